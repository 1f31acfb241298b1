"""Copies a NIR file with h5py, stored in another way: rewrite.py SOURCE TARGET OPTION...

earliest, latest   HDF5 as its oldest readers or only its newest know it
gzip, lzf, chunks  arrays compressed, with shuffle; in many small chunks with checksums
large              only arrays of more than 20 elements so, which keeps the file small
fixed, ascii       strings of fixed length; variable-length strings declared as ASCII
ones               scalars as arrays of one element, strings too
compact            arrays in the object's header
attribute          the version as an attribute of the file
ports              Input and Output as some versions of NIR wrote them: a group input_type or output_type
int32              whole numbers in 32 bits
order              links in order of creation
metadata           a group of metadata in each node
"""
import sys

import h5py
import numpy as np

source, target, *options = sys.argv[1:]


def text_options(values):
    if "fixed" in options:
        longest = max((len(v) for v in values), default=1)
        return {"dtype": h5py.string_dtype("utf-8", longest)}
    return {"dtype": h5py.string_dtype("ascii" if "ascii" in options else "utf-8")}


def write_text(group, name, data):
    values = data.ravel().tolist() if isinstance(data, np.ndarray) else [data]
    kind = text_options(values)
    shape = data.shape if isinstance(data, np.ndarray) else ((1,) if "ones" in options else ())
    if 0 in shape:
        group.create_dataset(name, shape=shape, dtype=kind["dtype"])
        return
    stored = np.array(values, dtype=kind["dtype"]).reshape(shape)
    group.create_dataset(name, data=stored, **kind)


def write_compact(group, name, data):
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.COMPACT)
    kind = h5py.h5t.py_create(data.dtype, logical=True)
    dataset = h5py.h5d.create(group.id, name.encode(), kind, h5py.h5s.create_simple(data.shape), dcpl=properties)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data)


def write_numbers(group, name, data):
    data = np.asarray(data)
    if "int32" in options and data.dtype.kind == "i":
        data = data.astype(np.int32)
    if "ones" in options and data.shape == () and group["type"][()] not in (b"LIF", [b"LIF"]):
        data = data.reshape(1)
    if data.shape == () or ("large" in options and data.size <= 20):
        group.create_dataset(name, data=data)
    elif "gzip" in options:
        group.create_dataset(name, data=data, compression="gzip", shuffle=True)
    elif "lzf" in options:
        group.create_dataset(name, data=data, compression="lzf")
    elif "chunks" in options:
        chunks = tuple(min(3, extent) for extent in data.shape)
        group.create_dataset(name, data=data, chunks=chunks, compression="gzip", fletcher32=True, maxshape=(None,) * data.ndim)
    elif "compact" in options:
        write_compact(group, name, data)
    else:
        group.create_dataset(name, data=data)


def copy(old, new):
    # The type comes first: others depend on it.
    for name, item in sorted(old.items(), key=lambda pair: pair[0] != "type"):
        if isinstance(item, h5py.Group):
            copy(item, new.create_group(name, track_order="order" in options))
        elif h5py.check_string_dtype(item.dtype):
            write_text(new, name, item[()])
        elif "ports" in options and name == "shape":
            port = "input" if old["type"][()] == b"Input" else "output"
            new.create_group(port + "_type").create_dataset(port, data=item[()])
        else:
            write_numbers(new, name, item[()])
    if "metadata" in options and "type" in old:
        new.require_group("metadata").create_dataset("note", data="anything", dtype=h5py.string_dtype())


bounds = "latest" if "latest" in options else "earliest"
with h5py.File(source) as old, h5py.File(target, "w", libver=bounds, track_order="order" in options) as new:
    copy(old, new)
    if "attribute" in options:
        new.attrs["version"] = old["version"][()].decode()
        del new["version"]
