"""Writes a small graph, input -> a -> ... -> output, stored in one of HDF5's ways: small.py TARGET KIND.

old        groups as B-trees, strings of fixed length, values in gzip and in chunks with checksums
new        groups as links in messages and in a fractal heap, strings in the global heap
chunks     every index of chunks that HDF5's newest format has
external, soft   the group of node a has such a link 'values'
files, virtual   the values of node a are in another file
circle           the nodes of the graph are its nodes, too
"""
import ctypes
import sys

import h5py
import numpy as np

target, kind = sys.argv[1:]
hdf5 = ctypes.CDLL(h5py.h5p.__file__)
values = np.arange(1, 9, dtype="f4").reshape(2, 4)
storage = {
    "old": [{"compression": "gzip", "shuffle": True}, {"chunks": (1, 3), "fletcher32": True}],
    "new": [{"compression": "gzip", "shuffle": True}],
    "chunks": [
        {"chunks": (2, 4)}, {"chunks": (1, 4), "compression": "gzip"}, {"chunks": (1, 4), "maxshape": (None, 4)},
        {"chunks": (1, 2), "maxshape": (None, None), "fletcher32": True}, None,
    ],
}.get(kind, [{}])


def tune(setter, properties, *numbers):
    """Sets what h5py has no method for."""
    getattr(hdf5, setter)(ctypes.c_int64(properties.id), *numbers)
    return properties


def open_small(path):
    """Tables of a few entries: HDF5 writes them in full length."""
    creation, access = h5py.h5p.create(h5py.h5p.FILE_CREATE), h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    if kind == "old":
        tune("H5Pset_istore_k", tune("H5Pset_sym_k", creation, 2, 4), 2)
    else:
        access.set_libver_bounds(h5py.h5f.LIBVER_LATEST, h5py.h5f.LIBVER_LATEST)
    return h5py.File(h5py.h5f.create(path.encode(), h5py.h5f.ACC_TRUNC, creation, access))


def write_text(group, name, data):
    data = np.array(data, dtype=object)
    longest = max(len(text) for text in data.ravel().tolist())
    dtype = h5py.string_dtype() if kind == "new" else h5py.string_dtype("utf-8", longest)
    group.create_dataset(name, data=data.astype(dtype), dtype=dtype)


def write_nodes(graph):
    """In a fractal heap where there are more than two."""
    properties = tune("H5Pset_link_phase_change", h5py.h5p.create(h5py.h5p.GROUP_CREATE), *((2, 1) if kind == "new" else (8, 6)))
    return h5py.Group(h5py.h5g.create(graph.id, b"nodes", gcpl=properties))


def write_implicit(group):
    """Allocated at once, so that no index is needed."""
    creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    creation.set_chunk((1, 4))
    creation.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    dataset = h5py.h5d.create(group.id, b"scale", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((2, 4)), dcpl=creation)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, values)


def write_scale(group, options):
    if options is None:
        write_implicit(group)
    elif kind == "files":
        group.create_dataset("scale", shape=(2, 4), dtype="f4", external=[("values.bin", 0, 32)])
    elif kind == "virtual":
        layout = h5py.VirtualLayout(shape=(2, 4), dtype="f4")
        layout[:] = h5py.VirtualSource("values.h5", "values", shape=(2, 4))
        group.create_virtual_dataset("scale", layout)
    else:
        group.create_dataset("scale", data=values, **options)


names = "abcdefghi"[:len(storage)]
with open_small(target) as file:
    graph = file.create_group("node")
    nodes = write_nodes(graph)
    chain = ["input", *names, "output"]
    write_text(graph, "type", "NIRGraph")
    write_text(graph, "edges", list(zip(chain, chain[1:])))
    for name in chain:
        group = nodes.create_group(name)
        write_text(group, "type", {"input": "Input", "output": "Output"}.get(name, "Scale"))
        if name in ("input", "output"):
            group.create_dataset("shape", data=np.array([2, 4]))
    for name, options in zip(names, storage):
        write_scale(nodes[name], options)
    if kind == "external":
        nodes["a"]["values"] = h5py.ExternalLink("values.h5", "/values")
    elif kind == "circle":
        nodes["again"] = graph
    elif kind == "soft":
        nodes["a"]["values"] = h5py.SoftLink("values")
