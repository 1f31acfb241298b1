"""Writes input -> w -> output with a w that no reader should trust: hostile.py TARGET KIND."""
import sys
import zlib

import h5py
import numpy as np

target, kind = sys.argv[1:]
text = h5py.string_dtype()


def node(nodes, name, primitive):
    group = nodes.create_group(name)
    group.create_dataset("type", data=primitive, dtype=text)
    return group


def chunk(group, content):
    dataset = group.create_dataset("scale", shape=(4,), chunks=(4,), dtype="f4", compression="gzip")
    dataset.id.write_direct_chunk((0,), zlib.compress(content))


with h5py.File(target, "w", libver="latest" if kind == "virtual" else "earliest") as file:
    graph = file.create_group("node")
    graph.create_dataset("type", data="NIRGraph", dtype=text)
    graph.create_dataset("edges", data=[("input", "w"), ("w", "output")], dtype=text)
    nodes = graph.create_group("nodes")
    for name, primitive in (("input", "Input"), ("output", "Output")):
        node(nodes, name, primitive).create_dataset("shape", data=np.array([4]))
    w = node(nodes, "w", "Scale")

    if kind == "unwritten":
        w.create_dataset("scale", shape=(1 << 40,), dtype="f4")
    elif kind == "zeros":
        w.create_dataset("scale", data=np.zeros(1 << 27, "f4"), chunks=(1 << 25,), compression="gzip")
    elif kind == "sparse":
        w.create_dataset("scale", shape=(1 << 20,), chunks=(4,), dtype="f4")
    elif kind == "huge chunk":
        w.create_dataset("scale", shape=(4,), maxshape=(None,), chunks=(1 << 29,), dtype="f4")
    elif kind == "long chunk":
        chunk(w, bytes(1 << 16))
    elif kind == "short chunk":
        chunk(w, bytes(8))
    elif kind == "no zlib":
        w.create_dataset("scale", shape=(4,), chunks=(4,), dtype="f4", compression="gzip").id.write_direct_chunk((0,), b"no zlib at all")
    elif kind == "virtual":
        layout = h5py.VirtualLayout(shape=(4,), dtype="f4")
        layout[:] = h5py.VirtualSource(target, "elsewhere", shape=(4,))
        w.create_virtual_dataset("scale", layout)
    elif kind == "external":
        w["scale"] = h5py.ExternalLink(target + ".absent", "/scale")
    elif kind == "external among many":
        w.create_dataset("scale", data=np.ones(4, "f4"))
        for i in range(20):
            w[f"other {i}"] = i
        w["values"] = h5py.ExternalLink(target + ".absent", "/scale")
    elif kind == "external files":
        w.create_dataset("scale", shape=(4,), dtype="f4", external=[(target + ".absent", 0, 16)])
    elif kind == "soft":
        w["scale"] = h5py.SoftLink("scale")
    elif kind == "circle":
        w.create_dataset("scale", data=np.ones(4))
        nodes["loop"] = graph
    elif kind == "long double":
        w.create_dataset("scale", data=np.ones(4, "longdouble"))
    elif kind == "big endian":
        w.create_dataset("scale", data=np.ones(4, ">f4"))
    elif kind == "lists":
        w.create_dataset("scale", shape=(2,), dtype=h5py.vlen_dtype("f4"))
    elif kind == "complex":
        w.create_dataset("scale", data=np.ones(4, "c8"))
    elif kind == "nothing":
        w.create_dataset("scale", data=h5py.Empty("f4"))
    else:
        sys.exit(f"unknown kind {kind}")
