"""Draws the figures of method.md: python3 draw.py FOLDER. Everything shown is computed here; a test compares the files."""

import sys
from pathlib import Path

STYLE = """<style>
  text { font: 12px sans-serif; fill: #555 }
  .axis { stroke: #888; fill: none }
  .grid { stroke: #888; stroke-dasharray: 4 3; fill: none }
  .a { stroke: #1f77b4; stroke-width: 2; fill: none }
  .b { stroke: #d9730d; stroke-width: 2; fill: none }
  .dot { fill: #1f77b4 }
  .spike { stroke: #d9730d; stroke-width: 3 }
  @media (prefers-color-scheme: dark) { text { fill: #bbb } .a { stroke: #6db3e8 } .b, .spike { stroke: #f0a050 } .dot { fill: #6db3e8 } }
</style>"""
STEPS = 8


class Plot:
    """Draws in units of its own: x and y run over the given ranges."""

    def __init__(self, width, height, xs, ys):
        self.width, self.height, self.xs, self.ys, self.parts = width, height, xs, ys, []

    def at(self, x, y):
        left, bottom = 45, self.height - 35
        px = left + (x - self.xs[0]) / (self.xs[1] - self.xs[0]) * (self.width - left - 15)
        py = bottom - (y - self.ys[0]) / (self.ys[1] - self.ys[0]) * (bottom - 15)
        return f"{px:.1f}", f"{py:.1f}"

    def line(self, style, *points):
        self.parts.append(f'<polyline class="{style}" points="{" ".join(",".join(self.at(*p)) for p in points)}"/>')

    def dot(self, x, y):
        px, py = self.at(x, y)
        self.parts.append(f'<circle class="dot" cx="{px}" cy="{py}" r="4"/>')

    def text(self, x, y, words, anchor="middle", down=0):
        px, py = self.at(x, y)
        self.parts.append(f'<text x="{px}" y="{float(py) + down:.1f}" text-anchor="{anchor}">{words}</text>')

    def axes(self):
        (x0, x1), (y0, y1) = self.xs, self.ys
        self.line("axis", (x0, y1), (x0, y0), (x1, y0))

    def save(self, path, title):
        body = "\n".join(self.parts)
        path.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" '
            f'role="img">\n<title>{title}</title>\n{STYLE}\n{body}\n</svg>\n', encoding="utf-8", newline="\n")


def spikes(current, leak=1.0):
    """Spikes of a neuron in STEPS steps, and its potential after each, before and after the reset."""
    v, count, trace = 0.5, 0, []
    for _ in range(STEPS):
        v = leak * v + current
        before, v = v, v - 1 if v >= 1 else v
        count += before >= 1
        trace.append((before, v))
    return count, trace


def neuron(path):
    plot = Plot(560, 240, (0, STEPS + 0.5), (0, 1.5))
    plot.axes()
    plot.line("grid", (0, 1), (STEPS + 0.5, 1))
    plot.text(0, 1, "θ", "end", 4)
    plot.text(0, 0.5, "θ/2", "end", 4)
    points = [(0, 0.5)]
    for t, (before, after) in enumerate(spikes(0.4)[1], 1):
        points += [(t, before)] + ([(t, after)] if after != before else [])
        if after != before:
            plot.line("spike", (t, 1.3), (t, 1.45))
        plot.text(t, 0, t, down=16)
    plot.line("a", *points)
    plot.text(STEPS + 0.5, 0, "step", "end", 30)
    plot.text(0.1, 1.37, "spikes", "start", 4)
    plot.save(path, "Membrane potential of an integrate-and-fire neuron under a constant current of 0.4 thresholds")


def tuning(path):
    plot = Plot(560, 300, (0, 1.2), (0, 1.05))
    plot.axes()
    plot.line("grid", (0, 0), (1.05, 1.05))
    for style, leak in (("a", 1.0), ("b", 0.9)):
        rates = [(i / 480, spikes(i / 480, leak)[0] / STEPS) for i in range(577)]
        corners = [rates[0]]
        for (_, before), (x, rate) in zip(rates, rates[1:]):
            if rate != before:
                corners += [(x, before), (x, rate)]
        plot.line(style, *corners, rates[-1])
    plot.text(0.45, 0.62, "IF", "end")
    plot.text(0.72, 0.5, "LIF, β = 0.9", "start")
    for value in (0, 0.5, 1):
        plot.text(value, 0, value, down=16)
        plot.text(0, value, value, "end", 4)
    plot.text(1.2, 0, "current in thresholds a step", "end", 30)
    plot.text(0.02, 1.0, "rate: spikes / steps", "start")
    plot.save(path, "Tuning curves of an integrate-and-fire and a leaky neuron over eight steps")


def program(path):
    plot = Plot(560, 200, (0, 3), (-0.1, 1.1))
    for i, (name, slopes) in enumerate((("silent", (0, 1)), ("active", (1, 1)), ("saturated", (1, 0)))):
        middle = i + 0.5
        plot.line("axis", (i + 0.08, 0), (i + 0.92, 0))
        plot.line("grid", (middle, 0), (middle, 1.05))
        plot.line("a", (i + 0.12, slopes[0]), (middle, 0), (i + 0.88, slopes[1]))
        plot.text(middle, 0, "target κ", down=18)
        plot.text(i + 0.1, 1.0, name, "start", -6)
    plot.save(path, "What a current costs that misses its target, for a silent, an active and a saturated unit")


def grid(path):
    weights = [-0.93, -0.46, -0.21, -0.08, 0.05, 0.17, 0.33, 0.71]
    plot = Plot(560, 190, (-1.05, 1.05), (-0.3, 2.3))
    for row, levels in ((1.9, None), (1.0, 7), (0.1, 1)):
        plot.line("axis", (-1, row), (1, row))
        for k in range(-(levels or 0), (levels or -1) + 1):
            plot.line("axis", (k / levels, row - 0.12), (k / levels, row + 0.12))
        for w in weights:
            plot.dot(w if levels is None else round(w * levels) / levels, row)
        plot.text(-1, row, {None: "trained", 7: "4 bits: −7 … 7", 1: "2 bits: −1, 0, 1"}[levels], "start", -14)
    plot.save(path, "Eight weights, rounded to grids of four and two bits")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for draw in (neuron, tuning, program, grid):
        draw(folder / f"{draw.__name__}.svg")
