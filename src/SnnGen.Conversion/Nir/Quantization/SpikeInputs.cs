using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Nir.Quantization;

/// <summary>Inputs of a spiking network over time: spikes, or values of an input that is held or changes from step to step.</summary>
public sealed class SpikeInputs
{
    // Of synthetic spikes: the share of inputs that spike in a step.
    private const int SyntheticShare = 20, SyntheticCount = 32;

    private readonly InputEncoding _encoding;
    private readonly float[][] _samples;
    private readonly int _inputs, _timeSteps, _heldFor;

    private SpikeInputs(float[][] samples, SpikingNetwork network)
    {
        (_samples, _encoding, _inputs) = (samples, network.Input.Encoding, network.InputSize);
        _heldFor = network.TimeSteps;
        _timeSteps = samples[0].Length / _inputs;
    }

    /// <summary>Number of inputs.</summary>
    public int Count => _samples.Length;

    /// <summary>T of an inference on one of them.</summary>
    public int TimeSteps => IsHeld ? _heldFor : _timeSteps;

    private bool IsHeld => _encoding == InputEncoding.Current && _timeSteps == 1;

    /// <summary>Samples of a file: of shape (T, inputs), spikes being what is not 0; or of the network's input shape, held.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="file">Their file, for the error.</param>
    /// <param name="network">The network.</param>
    /// <exception cref="ConversionException">A sample has not a value for each input and step.</exception>
    public static SpikeInputs Of(DataSet data, string file, SpikingNetwork network)
    {
        int size = data.Shape.Size;
        if (size % network.InputSize != 0)
        {
            throw new ConversionException(DiagnosticDescriptors.DataMismatch, file,
                $"its samples have {size} values ({data.Shape}), which are not whole steps of {network.InputSize} inputs ({network.Input.Shape}); give data of shape (samples, steps, inputs)");
        }
        return new SpikeInputs([.. Enumerable.Range(0, data.Count).Select(i => data.Values[(i * size)..((i + 1) * size)])], network);
    }

    /// <summary>Random spikes, one input in twenty a step; the same for the same seed.</summary>
    public static SpikeInputs Synthetic(SpikingNetwork network, int seed)
    {
        var random = new Random(seed);
        int values = checked(network.InputSize * network.TimeSteps);
        return new SpikeInputs([.. Enumerable.Range(0, SyntheticCount).Select(_ =>
        {
            var sample = new float[values];
            for (int i = 0; i < values; i++)
                sample[i] = random.Next(SyntheticShare) == 0 ? 1 : 0;
            return sample;
        })], network);
    }

    /// <summary>Runs a simulator on one of them.</summary>
    public SimulationResult Run(ReferenceSimulator simulator, int index)
    {
        float[] sample = _samples[index];
        if (_encoding == InputEncoding.Current)
            return IsHeld ? simulator.Run(sample) : simulator.RunSequence(sample);
        return simulator.Run(Raster(index));
    }

    /// <summary>One of them as spikes: what is not 0.</summary>
    public SpikeRaster Raster(int index)
    {
        float[] sample = _samples[index];
        var raster = new SpikeRaster(_timeSteps, _inputs);
        for (int i = 0; i < sample.Length; i++)
            if (sample[i] != 0)
                raster[i / _inputs, i % _inputs] = true;
        return raster;
    }

    /// <summary>Mean value of each input.</summary>
    public double[] Rates()
    {
        var rates = new double[_inputs];
        foreach (float[] sample in _samples)
            for (int i = 0; i < sample.Length; i++)
                rates[i % _inputs] += _encoding == InputEncoding.Current ? sample[i] : sample[i] != 0 ? 1 : 0;
        return [.. rates.Select(sum => sum / _timeSteps / _samples.Length)];
    }
}
