using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Assembly;

/// <summary>
/// Follows the calibration inputs through the spiking network as it is built: what each converted layer really fires
/// is what the next one is fitted to.
/// </summary>
public sealed class LayerRecorder(InputBatch inputs, Arithmetic arithmetic, int timeSteps, ParallelOptions parallel)
{
    private SpikeRaster[]? _spikes = inputs.Encoder.Encoding == InputEncoding.Current
        ? null
        : [.. Enumerable.Range(0, inputs.Count).Select(i => SpikeRaster.EncodeRate(inputs.Levels(i), timeSteps))];

    private bool _isInput = true;

    /// <summary>X of the next layer: rates of the last recorded one, or the analog inputs.</summary>
    public RateMatrix Rates()
    {
        if (_spikes is { } spikes)
            return new RateMatrix(spikes.Length, spikes[0].Neurons, (i, j) => (double)spikes[i].Count(j) / timeSteps);
        double unit = arithmetic is FixedPointArithmetic ? InputEncoder.FullScale : 1;
        float[][] held = [.. Enumerable.Range(0, inputs.Count).Select(i => inputs.Held(i, arithmetic))];
        return new RateMatrix(held.Length, inputs.Size, (i, j) => held[i][j] / unit);
    }

    /// <summary>Runs <paramref name="layer"/> on all calibration inputs.</summary>
    /// <returns>Mean spikes a neuron and step.</returns>
    public double Record(DenseLayer layer)
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
        (_spikes, _isInput) = (output, false);
        return (double)counts.Sum() / inputs.Count / timeSteps / layer.Neurons;
    }

    private SpikeRaster Run(LayerSimulator simulator, DenseLayer layer, int sample)
    {
        var output = new SpikeRaster(timeSteps, layer.Neurons);
        simulator.Reset();
        if (_spikes is null)
            simulator.Hold(inputs.Held(sample, arithmetic));
        for (int step = 0; step < timeSteps; step++)
        {
            if (_spikes is { } spikes)
                simulator.StepSpikes(spikes[sample], _isInput, output, step);
            else
                simulator.StepConstant(output, step);
        }
        return output;
    }
}
