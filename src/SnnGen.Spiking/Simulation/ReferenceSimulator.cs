using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>
/// The oracle: what a spiking network computes, by definition. Slow and obvious; generated code must equal it bit
/// for bit. Not thread-safe: one simulator a thread.
/// </summary>
public sealed class ReferenceSimulator
{
    private readonly SpikingNetwork _network;
    private readonly LayerSimulator[] _layers;
    private readonly ExitTest _exit;

    /// <summary>A simulator of <paramref name="network"/>.</summary>
    /// <exception cref="ArgumentException">The network is shape-only.</exception>
    public ReferenceSimulator(SpikingNetwork network)
    {
        if (network.IsShapeOnly)
            throw new ArgumentException("a shape-only network has no weights to simulate", nameof(network));
        _network = network;
        bool inputLasts = network.Input.Encoding == InputEncoding.Latency;
        _layers = [.. network.Layers.Select(layer => LayerSimulator.Create(layer, network.Arithmetic, inputLasts))];
        _exit = new ExitTest(network);
    }

    /// <summary>One inference on bytes, u = b / 255.</summary>
    /// <param name="image">Length <see cref="SpikingNetwork.InputSize"/>.</param>
    public SimulationResult Run(ReadOnlySpan<byte> image)
    {
        if (_network.Input.Encoding != InputEncoding.Current)
            return Run(SpikeEncoder.Encode(_network.Input, image, _network.TimeSteps));
        var input = new float[image.Length];
        for (int i = 0; i < input.Length; i++)
            input[i] = _network.Arithmetic is FixedPointArithmetic ? image[i] : image[i] / 255f;
        return RunConstant(input);
    }

    /// <summary>One inference on values in the model's own units.</summary>
    /// <param name="values">Length <see cref="SpikingNetwork.InputSize"/>.</param>
    public SimulationResult Run(ReadOnlySpan<float> values)
    {
        bool quantised = _network.Arithmetic is FixedPointArithmetic || _network.Input.Encoding != InputEncoding.Current;
        if (quantised)
        {
            var levels = new byte[values.Length];
            for (int i = 0; i < levels.Length; i++)
                levels[i] = _network.Input.Quantise(values[i]);
            return Run(levels);
        }
        var input = new float[values.Length];
        for (int i = 0; i < input.Length; i++)
            input[i] = _network.Input.Normalise(values[i]);
        return RunConstant(input);
    }

    /// <summary>One inference on spikes: T is the number of the raster's frames.</summary>
    public SimulationResult Run(SpikeRaster spikes)
    {
        Reset();
        SpikeRaster input = _network.Input.Encoding == InputEncoding.Latency ? SpikeEncoder.FirstSpikes(spikes) : spikes;
        return Step(input, spikes.TimeSteps);
    }

    /// <summary>One inference on values that change from step to step, of a network with <see cref="InputEncoding.Current"/>.</summary>
    /// <param name="sequence">T × <see cref="SpikingNetwork.InputSize"/> values in the model's own units.</param>
    public SimulationResult RunSequence(ReadOnlySpan<float> sequence)
    {
        int inputs = _network.InputSize;
        var frames = new float[sequence.Length / inputs][];
        for (int step = 0; step < frames.Length; step++)
        {
            frames[step] = new float[inputs];
            for (int i = 0; i < inputs; i++)
                frames[step][i] = Held(sequence[step * inputs + i]);
        }
        Reset();
        return Step(null, frames.Length, step => Hold(frames[step]));
    }

    private float Held(float value) => _network.Arithmetic is FixedPointArithmetic ? _network.Input.Quantise(value) : _network.Input.Normalise(value);

    private SimulationResult RunConstant(float[] input)
    {
        Reset();
        Hold(input);
        return Step(null, _network.TimeSteps);
    }

    private void Hold(float[] input)
    {
        for (int layer = 0; layer < _layers.Length; layer++)
            if (_network.Layers[layer].Projections.Any(projection => projection.Source == Projection.NetworkInput))
                _layers[layer].Hold(input);
    }

    private void Reset()
    {
        foreach (LayerSimulator layer in _layers)
            layer.Reset();
    }

    private SimulationResult Step(SpikeRaster? input, int timeSteps, Action<int>? prepare = null)
    {
        SpikeRaster[] rasters = [.. _network.Layers.Select(layer => new SpikeRaster(timeSteps, layer.Neurons))];
        LayerSimulator readout = _layers[_layers.Length - 1];
        // What a layer that never spikes passes on are its potentials.
        List<float[]>?[] passed = [.. _network.Layers.Select(layer => layer.Neuron is SpikingNeuron ? null : new List<float[]>())];
        var trace = new List<StepTrace>();
        int steps;
        do
        {
            prepare?.Invoke(trace.Count);
            for (int layer = 0; layer < _layers.Length; layer++)
            {
                _layers[layer].Step(
                    source => source == Projection.NetworkInput ? input : rasters[source], rasters[layer], trace.Count,
                    source => source == Projection.NetworkInput ? null : passed[source]);
                passed[layer]?.Add([.. _layers[layer].Potentials().Select(v => (float)v)]);
            }
            trace.Add(new StepTrace(readout.Potentials(), _layers.Sum(layer => layer.SynapticOperations)));
            steps = trace.Count;
        }
        while (steps < timeSteps && !_exit.Holds(trace[steps - 1].Potentials, steps, timeSteps));
        (double[] potentials, long operations) = trace[steps - 1];
        OutputDecoder output = _network.Output;
        float[] values = output.Readout == Readout.Potential ? [.. potentials.Select(v => output.Decode(v, steps))] : [];
        int[] scores = [.. potentials.Select((_, j) => Score(output.Readout, rasters[rasters.Length - 1], j))];
        return new SimulationResult(potentials, values, rasters, scores, operations, steps)
        {
            Trace = trace,
            LayerOperations = [.. _layers.Select(layer => layer.SynapticOperations)],
            LayerPotentials = [.. _layers.Select(layer => layer.Potentials())],
            LayerCurrents = [.. _layers.Select(layer => layer.SynapticCurrents())],
        };
    }

    private static int Score(Readout readout, SpikeRaster spikes, int output) => readout switch
    {
        Readout.Count => spikes.Count(output),
        Readout.First when spikes.Count(output) > 0 => int.MaxValue - Enumerable.Range(0, spikes.TimeSteps).First(step => spikes[step, output]),
        _ => 0,
    };
}
