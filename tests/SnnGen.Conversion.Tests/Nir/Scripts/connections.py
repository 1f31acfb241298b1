"""Connections: functions of (what arrives [*shape, inputs], currents [units, inputs]) that add to the currents, in order."""

import itertools
import math

import numpy as np

PASSING = {"Input", "Output", "Flatten", "Delay"}


def connect(network, projection, shape, gain):
    """The connection of a projection into neurons of this shape and gain."""
    nodes = [network.nodes[name] for name in projection.path if network.nodes[name].type not in PASSING]
    pool = nodes.pop(0) if nodes and nodes[0].type in ("SumPool2d", "AvgPool2d") else None
    weights = nodes.pop(0) if nodes and nodes[0].type in ("Linear", "Affine", "Conv2d") else None
    if nodes or pool and not weights:
        raise SystemExit(f"{projection.path}: only a pooling and then one node of weights can be simulated")
    windows = Windows(pool, network.shapes[projection.source])
    channels_first = projection.source == network.input
    gain = gain / windows.area
    if weights is not None and weights.type == "Conv2d":
        return convolution(weights.parameters, windows, channels_first, shape, gain, network.rules.type)
    matrix = np.eye(gain.size) if weights is None else np.asarray(weights.parameters["weight"], np.float64)
    return dense((matrix * gain[:, None]).astype(network.rules.type), windows, channels_first)


class Windows:
    """Windows of a pooling, which do not overlap; without a pooling, one for each unit."""

    def __init__(self, pool, shape):
        parameters = {"kernel_size": 1, "stride": 1, "padding": 0} if pool is None else pool.parameters
        self.kernel, self.stride, self.padding = (pair(parameters[key]) for key in ("kernel_size", "stride", "padding"))
        if any(size > step for size, step in zip(self.kernel, self.stride)):
            raise SystemExit("windows of a pooling that overlap cannot be simulated")
        self.area = math.prod(self.kernel) if pool is not None and pool.type == "AvgPool2d" else 1
        self.source = shape if len(shape) == 3 else (math.prod(shape), 1, 1)
        self.map = [(size + 2 * pad - kernel) // step + 1
                    for size, pad, kernel, step in zip(self.source[1:], self.padding, self.kernel, self.stride)]

    def of(self, axis, position):
        """The window of a row or column, or None."""
        window, offset = divmod(position + self.padding[axis], self.stride[axis])
        return window if window < self.map[axis] and offset < self.kernel[axis] else None


def dense(matrix, windows, channels_first):
    """All to all; columns of the matrix count windows as (channel, row, column)."""
    channels, rows, columns = windows.source
    units = list(itertools.product(range(channels), range(rows), range(columns)))
    if not channels_first:
        units.sort(key=lambda unit: (unit[1], unit[2], unit[0]))
    pairs = []  # unit of the source, column of the matrix
    for channel, row, column in units:
        y, x = windows.of(0, row), windows.of(1, column)
        if y is not None and x is not None:
            pairs.append(((channel * rows + row) * columns + column, (channel * windows.map[0] + y) * windows.map[1] + x))

    def add(arriving, current):
        arriving = arriving.reshape(-1, current.shape[1])
        for unit, column in pairs:
            if arriving[unit].any():
                current += matrix[:, column, None] * arriving[unit]

    return add


def convolution(parameters, windows, channels_first, shape, gain, type_):
    kernel = np.asarray(parameters["weight"], np.float64)
    outputs, fan_in, *size = kernel.shape
    gain = gain.reshape(outputs, -1)
    if (gain != gain[:, :1]).any():
        raise SystemExit("a convolution into neurons whose gains differ within a channel cannot be simulated")
    kernel = (kernel * gain[:, :1, None, None]).astype(type_)
    group_size = outputs // int(parameters["groups"])
    stride, dilation = pair(parameters["stride"]), pair(parameters["dilation"])
    padding = padding_of(parameters["padding"], size, dilation)
    axes = [Axis(shape[1 + a], size[a], stride[a], padding[a], dilation[a], windows, a) for a in (0, 1)]
    channels = range(windows.source[0])
    if channels_first:
        taps = list(itertools.product(channels, axes[0].taps, axes[1].taps))
    else:
        taps = [(c, y, x) for y, x, c in itertools.product(axes[0].taps, axes[1].taps, channels)]

    def add(arriving, current):
        padded = np.zeros((len(channels), axes[0].extent, axes[1].extent, current.shape[1]), type_)
        padded[:, axes[0].place, axes[1].place] = arriving[:, :axes[0].used, :axes[1].used]
        targets = current.reshape(outputs, *shape[1:], -1)
        for c, (ky, rows), (kx, columns) in taps:
            source = padded[c, rows, columns]
            if source.any():
                group = slice(c // fan_in * group_size, (c // fan_in + 1) * group_size)
                targets[group] += kernel[group, c % fan_in, ky, kx][:, None, None, None] * source

    return add


class Axis:
    """Rows, or columns, of a source of windows under a convolution, zeros put around them."""

    def __init__(self, targets, size, stride, padding, dilation, windows, axis):
        pool, step = windows.kernel[axis], windows.stride[axis]
        before = padding * step + windows.padding[axis]
        self.used = min(windows.source[1 + axis], windows.map[axis] * step - windows.padding[axis])
        self.place = slice(before, before + self.used)
        # For each place of the kernel and in the window, in the order of the source: what all targets see there.
        starts = [(k, k * dilation * step + offset) for k in range(size) for offset in range(pool)]
        length = (targets - 1) * stride * step + 1
        self.taps = [(k, slice(start, start + length, stride * step)) for k, start in starts]
        self.extent = max(before + self.used, starts[-1][1] + length)


def padding_of(value, size, dilation):
    if not isinstance(value, bytes):
        return pair(value)
    return [d * (k - 1) // 2 if value == b"same" else 0 for k, d in zip(size, dilation)]


def pair(value):
    value = np.atleast_1d(value)
    return int(value[0]), int(value[-1])
