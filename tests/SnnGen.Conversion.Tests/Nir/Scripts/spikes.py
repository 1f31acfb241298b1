"""Random spikes that any language can make."""

import math

import numpy as np


def random_spikes(shape, density, seed):
    """Spikes of [inputs, steps, units]: value k, in C order, is 1 where h(k) < floor(density * 2^32).

    h(k) is the upper half of SplitMix64's output k of the state seed * 2^32. In unsigned 64 bits, wrapping:

        z = (seed * 2^32 + k + 1) * 0x9E3779B97F4A7C15
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9
        z = (z ^ z >> 27) * 0x94D049BB133111EB
        h(k) = (z ^ z >> 31) >> 32
    """
    spikes = np.empty(shape, np.uint8)
    size = math.prod(shape[1:])
    for n in range(shape[0]):
        z = np.uint64(seed << 32) + np.arange(n * size + 1, (n + 1) * size + 1, dtype=np.uint64)
        z *= np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = (z ^ (z >> np.uint64(31))) >> np.uint64(32)
        spikes[n] = (z < np.uint64(density * 2 ** 32)).reshape(shape[1:])
    return spikes
