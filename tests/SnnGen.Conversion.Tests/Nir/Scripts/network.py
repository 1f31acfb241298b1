"""A network: layers of neurons, projections between them, and the steps that spikes take."""

import math
from collections import deque
from dataclasses import dataclass

import numpy as np

from layer import LAYERS, Layer

VALUES_AT_ONCE = 1 << 17  # of the largest layer: they stay in the processor's cache


@dataclass
class Rules:
    """See simulate.py."""
    dt: float
    decay: str
    gain: str
    reset: str
    fire: str
    floor: float
    edge_delay: int
    type: type


@dataclass
class Projection:
    """What leads from a source to a layer."""
    source: str
    path: list  # the names of the nodes between them, from the source on
    steps: np.ndarray = None  # one, or one for each unit of the source

    def arriving(self, past, t):
        """The spikes or values of the source that arrive in step t, [*shape, inputs], or None."""
        history = past[self.source]
        if self.steps.size == 1:
            return history[t - int(self.steps)] if t >= self.steps else None
        arriving = np.zeros_like(history[t - min(t, int(self.steps.min()))])
        for steps in np.unique(self.steps[self.steps <= t]):
            units = (self.steps == steps).reshape(arriving.shape[:-1])
            arriving[units] = history[t - steps][units]
        return arriving


class Network:
    def __init__(self, nodes, rules):
        self.nodes, self.rules = nodes, rules
        self.input = next(name for name, node in nodes.items() if node.type == "Input" and not node.sources)
        output = next(name for name, node in nodes.items() if node.type == "Output" and not node.targets)
        incoming = {name: self.projections_to(name) for name, node in nodes.items() if node.type in LAYERS}
        (self.output,) = {projection.source for projection in self.projections_to(output)}
        self.shapes = {name: self.shape_of(name) for name in [self.input, *incoming]}
        self.set_steps(incoming)
        self.layers = {}
        for name in self.order(incoming):
            projections = sorted(incoming[name], key=lambda projection: projection.steps.max() > 0)
            self.layers[name] = Layer(self, name, projections)
        self.longest_delay = max(int(p.steps.max()) for projections in incoming.values() for p in projections)

    def shape_of(self, name):
        parameters = self.nodes[name].parameters
        if name == self.input:
            return tuple(int(n) for n in np.atleast_1d(parameters["shape"]))
        return next(np.shape(parameters[key]) for key in ("v_threshold", "threshold", "r") if key in parameters)

    def projections_to(self, name):
        """The projections into a node, in the order of the file's edges."""
        projections = []
        for source in self.nodes[name].sources:
            if source == self.input or self.nodes[source].type in LAYERS:
                projections.append(Projection(source, []))
            else:
                projections += [Projection(p.source, p.path + [source]) for p in self.projections_to(source)]
        return projections

    def set_steps(self, incoming):
        distance, queue = {self.input: 0}, deque([self.input])
        while queue:
            name = queue.popleft()
            for target, projections in incoming.items():
                if target not in distance and any(p.source == name for p in projections):
                    distance[target] = distance[name] + 1
                    queue.append(target)
        for target, projections in incoming.items():
            for p in projections:
                leads_back = target in self.sources_of(p.source, incoming) and distance[p.source] >= distance[target]
                p.steps = np.maximum(self.delay_of(p), max(int(leads_back), self.rules.edge_delay))

    @staticmethod
    def sources_of(name, incoming):
        """All layers that spikes reach a layer from, by any number of projections."""
        found, waiting = set(), [name]
        while waiting:
            for p in incoming.get(waiting.pop(), ()):
                if p.source not in found:
                    found.add(p.source)
                    waiting.append(p.source)
        return found

    def delay_of(self, projection):
        steps = np.zeros(1, np.int64)
        for place, name in enumerate(projection.path):
            if self.nodes[name].type == "Delay":
                delay = np.atleast_1d(self.nodes[name].parameters["delay"]).astype(np.float64).ravel()
                delay = np.rint((delay[:1] if (delay == delay[0]).all() else delay) / self.rules.dt).astype(np.int64)
                if delay.size > 1 and any(self.nodes[n].type not in ("Delay", "Flatten") for n in projection.path[:place]):
                    raise SystemExit(f"{name}: delays of their own can only be simulated directly after the source")
                steps = steps + delay
        return steps

    @staticmethod
    def order(incoming):
        """The layers, each after those whose spikes it gets in the same step."""
        waiting = list(incoming)
        while waiting:
            name = next(n for n in waiting if not any(p.source in waiting and p.steps.min() == 0 for p in incoming[n]))
            waiting.remove(name)
            yield name

    def run(self, inputs, with_rasters):
        inputs = inputs.reshape(*inputs.shape[:2], -1)
        at_once = max(1, VALUES_AT_ONCE // max(math.prod(self.shapes[name]) for name in self.layers))
        parts = [self.run_part(inputs[n:n + at_once], with_rasters) for n in range(0, len(inputs), at_once)]
        return {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}

    def run_part(self, inputs, with_rasters):
        past = {name: [] for name in self.shapes}
        rasters = {name: [] for name in self.layers}
        potentials = []
        for layer in self.layers.values():
            layer.start(len(inputs))
        for t in range(inputs.shape[1]):
            past[self.input].append(self.shaped(self.input, inputs[:, t].T))
            for name, layer in self.layers.items():
                rasters[name].append(layer.step(past, t))
                past[name].append(self.shaped(name, rasters[name][t] if layer.fires else layer.v))
            potentials.append(self.layers[self.output].v)
            if t >= self.longest_delay:
                for history in past.values():
                    history[t - self.longest_delay] = None
        results = {"output.spikes": by_input(rasters[self.output]).astype(np.uint8),
                   "output.potentials": by_input(potentials)}
        for name, layer in self.layers.items():
            results[name + ".counts"] = sum(raster.astype(np.int32) for raster in rasters[name]).T
            results[name + ".potentials"], results[name + ".currents"] = layer.v.T, layer.i.T
            if with_rasters:
                results[name + ".spikes"] = by_input(rasters[name]).astype(np.uint8)
        return results

    def shaped(self, name, values):
        return values.reshape(*self.shapes[name], -1).astype(self.rules.type)


def by_input(steps):
    """[inputs, steps, units] of one [units, inputs] a step."""
    return np.stack(steps).transpose(2, 0, 1)
