using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Untrained networks with activity like that of trained ones, and inputs for them.</summary>
internal static class RandomAnn
{
    /// <param name="seed">Seed.</param>
    /// <param name="activation">φ of the hidden layers.</param>
    /// <param name="sizes">Inputs, hidden layers, outputs.</param>
    public static AnalogNetwork Create(int seed, Activation activation, params int[] sizes)
    {
        var random = new Random(seed);
        var layers = ImmutableArray.CreateBuilder<AnalogLayer>();
        for (int l = 1; l < sizes.Length; l++)
        {
            double size = 3 / Math.Sqrt(sizes[l - 1]);
            layers.Add(new AnalogLayer(
                $"layer{l}",
                Matrix<double>.Build.Dense(sizes[l - 1], sizes[l], (_, _) => size * (random.NextDouble() - 0.5)),
                Vector<double>.Build.Dense(sizes[l], _ => 0.2 * random.NextDouble()),
                l == sizes.Length - 1 ? new Identity() : activation));
        }
        return new AnalogNetwork("random", TensorShape.Of(sizes[0]), layers.ToImmutable());
    }

    /// <summary>Bytes, a third of them zero.</summary>
    public static InputBatch Inputs(AnalogNetwork network, int count, int seed, InputEncoding encoding = InputEncoding.Current)
    {
        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, count * network.InputSize).Select(_ => random.Next(3) == 0 ? 0f : random.Next(256))];
        return InputBatchBuilder.Build(
            new DataSet(network.InputShape, count, values, IsByteData: true), "inputs.npy", network.InputShape, encoding, null, 0);
    }
}
