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
/// <param name="inputs">The inputs.</param>
/// <param name="arithmetic">The numbers.</param>
/// <param name="timeSteps">T.</param>
/// <param name="delayOf">Steps that the spikes of a source take: those of the last ones come too late.</param>
/// <param name="parallel">How to parallelise.</param>
public sealed class LayerRecorder(
    InputBatch inputs, Arithmetic arithmetic, int timeSteps, Func<int, int> delayOf, ParallelOptions parallel) : ISourceRates
{
    private readonly List<SpikeRaster[]> _layers = [];

    private readonly SpikeRaster[]? _input = inputs.Encoder.Encoding == InputEncoding.Current
        ? null
        : [.. Enumerable.Range(0, inputs.Count).Select(i => Encode(inputs, i, timeSteps))];

    /// <inheritdoc/>
    public double[] Of(int source, int sample)
    {
        if (source != Projection.NetworkInput)
            return Rates(_layers[source][sample], timeSteps - delayOf(source));
        if (_input is not null)
        {
            int arriving = timeSteps - delayOf(source);
            return inputs.Encoder.Encoding == InputEncoding.Latency ? LastingRates(_input[sample], arriving) : Rates(_input[sample], arriving);
        }
        double unit = arithmetic is FixedPointArithmetic ? InputEncoder.FullScale : 1;
        return [.. inputs.Held(sample, arithmetic).Select(value => value / unit)];
    }

    /// <summary>Runs <paramref name="layer"/>, the next one, on all calibration inputs.</summary>
    public void Record(SpikingLayer layer)
    {
        var output = new SpikeRaster[inputs.Count];
        Parallel.For(0, inputs.Count, parallel, () => LayerSimulator.Create(layer, arithmetic, inputs.Encoder.Encoding == InputEncoding.Latency), (i, _, simulator) =>
        {
            output[i] = Run(simulator, layer, i);
            return simulator;
        }, _ => { });
        _layers.Add(output);
    }

    /// <summary>Forgets all but some channels of a recorded layer.</summary>
    /// <param name="layer">Its index.</param>
    /// <param name="count">Number of its channels.</param>
    /// <param name="channels">Those that stay, ascending.</param>
    public void Keep(int layer, int count, int[] channels) =>
        _layers[layer] = [.. _layers[layer].Select(raster => Select(raster, count, channels))];

    /// <summary>Mean spikes a neuron and step of a recorded layer.</summary>
    public double MeanRate(int layer)
    {
        SpikeRaster[] rasters = _layers[layer];
        long spikes = rasters.Sum(raster => Enumerable.Range(0, timeSteps).Sum(step => (long)raster.CountFrame(step)));
        return (double)spikes / rasters.Length / timeSteps / rasters[0].Neurons;
    }

    private SpikeRaster Select(SpikeRaster raster, int count, int[] channels)
    {
        var selected = new SpikeRaster(timeSteps, raster.Neurons / count * channels.Length);
        for (int step = 0; step < timeSteps; step++)
            for (int j = 0; j < selected.Neurons; j++)
                if (raster[step, j / channels.Length * count + channels[j % channels.Length]])
                    selected[step, j] = true;
        return selected;
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

    // Chance differs from sample to sample, lest the weights be fitted to one draw of it.
    private static SpikeRaster Encode(InputBatch inputs, int sample, int timeSteps)
    {
        InputEncoder encoder = inputs.Encoder;
        return SpikeEncoder.Encode(encoder with { Seed = unchecked(encoder.Seed + sample) & int.MaxValue }, inputs.Levels(sample), timeSteps);
    }

    // An input that carries its current from its spike on is active from then to the end.
    private double[] LastingRates(SpikeRaster spikes, int arriving)
    {
        var rates = new double[spikes.Neurons];
        for (int step = 0; step < arriving; step++)
            for (int j = 0; j < rates.Length; j++)
                rates[j] += spikes[step, j] ? (double)(arriving - step) / timeSteps : 0;
        return rates;
    }

    private double[] Rates(SpikeRaster spikes, int arriving)
    {
        var count = new int[spikes.Neurons];
        for (int step = 0; step < arriving; step++)
            for (int j = 0; j < count.Length; j++)
                count[j] += spikes[step, j] ? 1 : 0;
        return [.. count.Select(spikes => (double)spikes / timeSteps)];
    }
}
