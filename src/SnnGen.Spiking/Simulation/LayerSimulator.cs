using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>One layer of the reference simulator, stepped through time. Not thread-safe; reusable after a reset.</summary>
public abstract class LayerSimulator
{
    /// <summary>A simulator of <paramref name="layer"/>, in its initial state.</summary>
    public static LayerSimulator Create(DenseLayer layer, Arithmetic arithmetic) => arithmetic switch
    {
        Float32Arithmetic => new LayerSimulator<float, Float32Numbers>(layer, new Float32Numbers()),
        FixedPointArithmetic p => new LayerSimulator<long, FixedPointNumbers>(layer, new FixedPointNumbers(p)),
        _ => throw new NotSupportedException($"arithmetic {arithmetic} is unknown"),
    };

    /// <summary>Products of a weight and a nonzero input since the reset (a constant input counts once).</summary>
    public long SynapticOperations { get; protected set; }

    /// <summary>Back to t = 0.</summary>
    public abstract void Reset();

    /// <summary>
    /// Holds an analog input from now on: its current is computed once and enters every <see cref="StepConstant"/>.
    /// </summary>
    /// <param name="input">u (float) or q (fixed point), length n.</param>
    public abstract void Hold(ReadOnlySpan<float> input);

    /// <summary>One step under the held input. Writes the layer's spikes.</summary>
    public abstract void StepConstant(SpikeRaster output, int step);

    /// <summary>One step driven by spikes. Writes the layer's spikes.</summary>
    /// <param name="input">Spikes of the layer before, or of the network's input.</param>
    /// <param name="isNetworkInput">True for the network's input, whose spikes count as full scale.</param>
    /// <param name="output">Receives this layer's spikes.</param>
    /// <param name="step">Frame of both rasters.</param>
    public abstract void StepSpikes(SpikeRaster input, bool isNetworkInput, SpikeRaster output, int step);

    /// <summary>Membrane potentials, length m; every float32 and fixed-point value is exact as a double.</summary>
    public abstract double[] Potentials();
}

/// <summary>The equations, slow and obvious, over any number system.</summary>
internal sealed class LayerSimulator<T, TNumbers> : LayerSimulator
    where T : struct
    where TNumbers : struct, INumberSystem<T>
{
    private readonly DenseLayer _layer;
    private readonly TNumbers _numbers;
    private readonly T[] _weights, _bias, _threshold, _initialPotential, _potential, _heldCurrent, _current;

    public LayerSimulator(DenseLayer layer, TNumbers numbers)
    {
        _layer = layer;
        _numbers = numbers;
        _weights = numbers.Read(layer.Weights);
        _bias = numbers.Read(layer.Bias);
        _threshold = Broadcast(numbers.Read(layer.Threshold));
        _initialPotential = Broadcast(numbers.Read(layer.InitialPotential));
        _potential = (T[])_initialPotential.Clone();
        _heldCurrent = new T[layer.Neurons];
        _current = new T[layer.Neurons];
    }

    public override void Reset()
    {
        _initialPotential.CopyTo(_potential, 0);
        SynapticOperations = 0;
    }

    public override void Hold(ReadOnlySpan<float> input)
    {
        _bias.CopyTo(_heldCurrent, 0);
        for (int i = 0; i < _layer.Inputs; i++)
        {
            T x = typeof(T) == typeof(float) ? (T)(object)input[i] : (T)(object)(long)input[i];
            if (!_numbers.IsZero(x))
                Accumulate(_heldCurrent, i, x);
        }
    }

    public override void StepConstant(SpikeRaster output, int step)
    {
        _heldCurrent.CopyTo(_current, 0);
        Fire(output, step);
    }

    public override void StepSpikes(SpikeRaster input, bool isNetworkInput, SpikeRaster output, int step)
    {
        T worth = isNetworkInput ? _numbers.InputSpike : _numbers.Spike;
        _bias.CopyTo(_current, 0);
        for (int i = 0; i < _layer.Inputs; i++)
            if (input[step, i])
                Accumulate(_current, i, worth);
        Fire(output, step);
    }

    public override double[] Potentials() => [.. _potential.Select(v => Convert.ToDouble(v))];

    private void Accumulate(T[] current, int input, T x)
    {
        int row = input * _layer.Neurons;
        for (int j = 0; j < current.Length; j++)
            current[j] = _numbers.Add(current[j], _numbers.Multiply(_weights[row + j], x));
        SynapticOperations += _layer.Neurons;
    }

    private void Fire(SpikeRaster output, int step)
    {
        for (int j = 0; j < _potential.Length; j++)
        {
            T v = _potential[j];
            if (_layer.Neuron is LeakyIntegrateAndFire lif)
                v = _numbers.Decay(v, lif.Leak);
            v = _numbers.Saturate(_numbers.Add(v, _current[j]));
            if (ResetOf(_layer.Neuron) is { } reset && _numbers.IsAtLeast(v, _threshold[j]))
            {
                output[step, j] = true;
                v = reset == ResetMode.Subtract ? _numbers.Subtract(v, _threshold[j]) : default;
            }
            _potential[j] = v;
        }
    }

    private static ResetMode? ResetOf(NeuronModel neuron) => neuron switch
    {
        IntegrateAndFire n => n.Reset,
        LeakyIntegrateAndFire n => n.Reset,
        _ => null,
    };

    private T[] Broadcast(T[] values) =>
        values.Length == _layer.Neurons ? values : [.. Enumerable.Repeat(values[0], _layer.Neurons)];
}
