"""Prints every group and dataset of an HDF5 file as h5py sees it, in order of their paths."""
import sys

import h5py
import numpy as np


def text(dataset):
    info = h5py.check_string_dtype(dataset.dtype)
    if info:
        strings = [value.decode(info.encoding) for value in np.asarray(dataset[()]).ravel().tolist()]
        return f"{info.encoding} {'variable' if info.length is None else info.length} {dataset.shape} {strings}"
    return f"{dataset.dtype.str} {dataset.shape} {[repr(value) for value in dataset[()].ravel().tolist()]}".replace("'", "")


def dump(group):
    for name, item in sorted(group.items()):
        if isinstance(item, h5py.Group):
            print(item.name)
            dump(item)
        else:
            print(item.name, text(item))


with h5py.File(sys.argv[1]) as file:
    dump(file)
