"""Simulates a network of NIR, to be compared with SnnGen spike by spike. Needs python3, numpy and h5py.

    simulate.py inputs in.npy --shape 1000,256,12 --density 0.05 --seed 1
    simulate.py run network.nir in.npy out.npz --dt 1e-4 --decay euler --gain equation --reset zero --fire above

Written from NIR's equations, and independent of SnnGen's code. Sums are formed in a fixed order and every operation is
rounded once, to float32 (or float64 with --precision 64): another program of the same order gives the same bits.

Input: .npy [inputs, steps, units] of 0 and 1, or of values; units flat, as (channels, rows, columns).

One step of a layer. Shares, gains and what is multiplied by them are double until they are rounded, once, where it says so.

1. c = round(b * gain), b the sum of the biases of all weight nodes into the layer.
2. For each projection, those without delay first, each group in the order of the file's edges into the layer, and for each
   active unit of its source in ascending order: c = c + w, w = round(W * gain). Units ascend as (channel, row, column) in
   the network's input and as (row, column, channel) in layers. A unit of value x in place of a spike adds round(w * x).
   Pooling is no step of its own: each spike adds the weight of its window; of an average, w = round(W * (gain / area)).
3. CubaLIF, CubaLI: i = round(alpha * i) + c, and c = i.
4. Where a v_leak is not 0: c = c + round(v_leak * lost).
5. v = round(beta * v) + c.
6. If v > threshold (--fire above) or v >= threshold (reached), it spikes: v = v_reset (--reset zero) or v = v - threshold.
7. With --floor f: v = max(v, round(f * threshold)).

--decay euler: lost = dt / tau, beta = 1 - dt / tau; exp: lost = 1 - e^(-dt / tau), beta = e^(-dt / tau). alpha is that of
tau_syn. beta is 1 for I and IF, 0 for Threshold.
--gain equation: r * lost, or r * dt for I and IF; then * w_in * lost of tau_syn where there is a synapse. unit: always 1.
A spike takes no step, or the larger of: the steps of the Delay on its way (delay / dt, rounded), --edge-delay, and one step
on an edge that leads back: where source and target are in a cycle and the source is not nearer to the input, in layers.

Output: .npz, units flat as (channels, rows, columns); v is after the reset:
    output.spikes uint8 and output.potentials [inputs, steps, units]
    and of each layer <name>.counts int32, of spikes, <name>.potentials and <name>.currents, of the last step [inputs, units]
    and with --rasters <name>.spikes uint8 [inputs, steps, units]
"""

import argparse
import sys

import numpy as np

sys.dont_write_bytecode = True

from network import Network, Rules  # noqa: E402
from nirfile import read_graph  # noqa: E402
from spikes import random_spikes  # noqa: E402


def main():
    arguments = parse()
    if arguments.command == "inputs":
        shape = tuple(int(n) for n in arguments.shape.split(","))
        np.save(arguments.file, random_spikes(shape, arguments.density, arguments.seed))
    else:
        rules = Rules(arguments.dt, arguments.decay, arguments.gain, arguments.reset, arguments.fire, arguments.floor,
                      arguments.edge_delay, np.float64 if arguments.precision == 64 else np.float32)
        network = Network(read_graph(arguments.network), rules)
        results = network.run(np.load(arguments.inputs), arguments.rasters)
        np.savez(arguments.output, **{key: np.ascontiguousarray(values) for key, values in results.items()})


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    inputs = commands.add_parser("inputs")
    inputs.add_argument("file")
    inputs.add_argument("--shape", required=True, help="inputs,steps,units")
    inputs.add_argument("--density", type=float, required=True, help="share of ones, below 1")
    inputs.add_argument("--seed", type=int, default=1, help="below 2^32")
    run = commands.add_parser("run")
    for name in ("network", "inputs", "output"):
        run.add_argument(name)
    run.add_argument("--dt", type=float, default=1e-4, help="seconds")
    run.add_argument("--decay", choices=["euler", "exp"], default="euler")
    run.add_argument("--gain", choices=["equation", "unit"], default="equation")
    run.add_argument("--reset", choices=["zero", "subtract"], default="zero")
    run.add_argument("--fire", choices=["above", "reached"], default="above")
    run.add_argument("--floor", type=float, help="lowest potential, in thresholds")
    run.add_argument("--edge-delay", type=int, default=0, help="steps")
    run.add_argument("--precision", type=int, choices=[32, 64], default=32)
    run.add_argument("--rasters", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
