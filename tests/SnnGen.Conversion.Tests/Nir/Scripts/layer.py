"""A layer of neurons: its parameters in a step of time, and the step."""

import math

import numpy as np

from connections import connect

FIRING = {"LIF", "IF", "CubaLIF", "Threshold"}
LAYERS = FIRING | {"LI", "I", "CubaLI"}


class Layer:
    def __init__(self, network, name, projections):
        node, rules = network.nodes[name], network.rules
        self.rules, self.shape = rules, network.shapes[name]
        self.units = math.prod(self.shape)
        self.fires = node.type in FIRING

        def value(key, default=0.0):
            return np.broadcast_to(np.asarray(node.parameters.get(key, default), np.float64).ravel(), self.units)

        tau = next((value(key) for key in ("tau_mem", "tau") if key in node.parameters), None)
        tau_syn = value("tau_syn") if "tau_syn" in node.parameters else None
        unchanged = np.full(self.units, 0.0 if node.type == "Threshold" else 1.0)
        gain = np.ones(self.units)
        if rules.gain == "equation" and node.type != "Threshold":
            gain = value("r") * (rules.dt if tau is None else lost(tau, rules))
            gain = gain if tau_syn is None else gain * value("w_in", 1.0) * lost(tau_syn, rules)
        threshold = value("threshold" if node.type == "Threshold" else "v_threshold")
        drive = np.zeros(self.units) if tau is None else value("v_leak") * lost(tau, rules)
        biases = [bias_of(network.nodes[name], self.shape) for projection in projections for name in projection.path]
        self.beta = self.column(unchanged if tau is None else kept(tau, rules))
        self.alpha = None if tau_syn is None else self.column(kept(tau_syn, rules))
        self.drive = self.column(drive) if drive.any() else None
        self.threshold, self.v_reset = self.column(threshold), self.column(value("v_reset"))
        self.lowest = None if rules.floor is None else self.column(rules.floor * threshold)
        self.bias = self.column(sum(biases, np.zeros(self.units)) * gain)
        self.inputs = [(projection, connect(network, projection, self.shape, gain)) for projection in projections]

    def column(self, values):
        return values.astype(self.rules.type)[:, None]

    def start(self, count):
        self.i, self.v = np.zeros((2, self.units, count), self.rules.type)

    def step(self, past, t):
        """Which neurons spike, [units, inputs]; i and v become those of step t."""
        current = np.repeat(self.bias, self.v.shape[1], axis=1)
        for projection, add in self.inputs:
            arriving = projection.arriving(past, t)
            if arriving is not None:
                add(arriving, current)
        if self.alpha is not None:
            current = self.i = self.alpha * self.i + current
        if self.drive is not None:
            current = current + self.drive
        v = self.beta * self.v + current
        spikes = np.zeros(v.shape, bool)
        if self.fires:
            spikes = v > self.threshold if self.rules.fire == "above" else v >= self.threshold
            v = np.where(spikes, v - self.threshold if self.rules.reset == "subtract" else self.v_reset, v)
        self.v = v if self.lowest is None else np.maximum(v, self.lowest)
        return spikes


def kept(tau, rules):
    return 1 - rules.dt / tau if rules.decay == "euler" else np.exp(-rules.dt / tau)


def lost(tau, rules):
    return rules.dt / tau if rules.decay == "euler" else 1 - np.exp(-rules.dt / tau)


def bias_of(node, shape):
    bias = np.asarray(node.parameters.get("bias", [0.0]), np.float64)
    return np.repeat(bias, math.prod(shape) // bias.size)
