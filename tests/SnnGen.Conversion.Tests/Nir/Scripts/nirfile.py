"""Reads the graph of a .nir file."""

from dataclasses import dataclass, field

import h5py


@dataclass
class Node:
    type: str
    parameters: dict
    sources: list = field(default_factory=list)  # names of nodes, in the order of the file's edges
    targets: list = field(default_factory=list)


def read_graph(path):
    """The nodes of a file by name. A graph in the graph is dissolved into it: its nodes are <graph>.<node>."""
    nodes = {}
    with h5py.File(path, "r") as file:
        add_graph(file["node"], "", nodes)
    return nodes


def add_graph(group, prefix, nodes):
    """Adds the nodes of a graph, and returns the names of its input and its output, which pass on what they get."""
    types = {name: text(child["type"][()]) for name, child in group["nodes"].items()}
    graphs = {}
    for name, child in group["nodes"].items():
        if types[name] == "NIRGraph":
            graphs[name] = add_graph(child, prefix + name + ".", nodes)
        else:
            parameters = {key: value[()] for key, value in child.items() if isinstance(value, h5py.Dataset)}
            nodes[prefix + name] = Node(types[name], parameters)
    for edge in group["edges"][()]:
        source, target = (text(name) for name in edge)
        source = graphs[source][1] if source in graphs else prefix + source
        target = graphs[target][0] if target in graphs else prefix + target
        nodes[source].targets.append(target)
        nodes[target].sources.append(source)
    return [next((prefix + name for name in types if types[name] == kind), None) for kind in ("Input", "Output")]


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)
