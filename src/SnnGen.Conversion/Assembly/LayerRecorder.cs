using SnnGen.Conversion.Calibration;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Assembly;

/// <summary>
/// Follows the calibration inputs through the spiking network as it is built: what each converted layer really fires
/// is what the later ones are fitted to.
/// </summary>
public sealed class LayerRecorder(InputBatch inputs, Arithmetic arithmetic, int timeSteps, ParallelOptions parallel) : ISourceRates
{
    private readonly List<SpikeRaster[]> _layers = [];

    private readonly SpikeRaster[]? _input = inputs.Encoder.Encoding == InputEncoding.Current
        ? null
        : [.. Enumerable.Range(0, inputs.Count).Select(i => SpikeRaster.EncodeRate(inputs.Levels(i), timeSteps))];

    /// <inheritdoc/>
    public double[] Of(int source, int sample)
    {
        if (source != Projection.NetworkInput)
            return Rates(_layers[source][sample]);
        if (_input is not null)
            return Rates(_input[sample]);
        double unit = arithmetic is FixedPointArithmetic ? InputEncoder.FullScale : 1;
        return [.. inputs.Held(sample, arithmetic).Select(value => value / unit)];
    }

    /// <summary>Runs <paramref name="layer"/>, the next one, on all calibration inputs.</summary>
    /// <returns>Mean spikes a neuron and step.</returns>
    public double Record(SpikingLayer layer)
    {
        var output = new SpikeRaster[inputs.Count];
        var counts = new long[inputs.Count];
        Parallel.For(0, inputs.Count, parallel, () => LayerSimulator.Create(layer, arithmetic), (i, _, simulator) =>
        {
            output[i] = Run(simulator, layer, i);
            for (int step = 0; step < timeSteps; step++)
                counts[i] += output[i].CountFrame(step);
            return simulator;
        }, _ => { });
        _layers.Add(output);
        return (double)counts.Sum() / inputs.Count / timeSteps / layer.Neurons;
    }

    private SpikeRaster Run(LayerSimulator simulator, SpikingLayer layer, int sample)
    {
        var output = new SpikeRaster(timeSteps, layer.Neurons);
        simulator.Reset();
        if (_input is null && layer.Projections.Any(projection => projection.Source == Projection.NetworkInput))
            simulator.Hold(inputs.Held(sample, arithmetic));
        for (int step = 0; step < timeSteps; step++)
            simulator.Step(source => source == Projection.NetworkInput ? _input?[sample] : _layers[source][sample], output, step);
        return output;
    }

    private double[] Rates(SpikeRaster spikes)
    {
        var rates = new double[spikes.Neurons];
        for (int j = 0; j < rates.Length; j++)
            rates[j] = (double)spikes.Count(j) / timeSteps;
        return rates;
    }
}
