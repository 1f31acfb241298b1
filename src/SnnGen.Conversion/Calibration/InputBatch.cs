using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Calibration;

/// <summary>Inputs for calibration or evaluation, both as the app and as the ANN sees them.</summary>
/// <param name="Encoder">How they reach the spiking network.</param>
/// <param name="Count">N.</param>
/// <param name="Values">N × n, row-major, in the model's units.</param>
/// <param name="Bytes">N × n, where the data are bytes; the spiking network is then given these.</param>
public sealed record InputBatch(InputEncoder Encoder, int Count, float[] Values, byte[]? Bytes)
{
    /// <summary>n.</summary>
    public int Size => Encoder.Shape.Size;

    /// <summary>Samples [start, start + count) as the ANN's input matrix.</summary>
    public Matrix<double> ToMatrix(int start, int count) =>
        Matrix<double>.Build.Dense(count, Size, (i, j) => Values[(start + i) * Size + j]);

    /// <summary>One inference of the reference simulator on sample <paramref name="index"/>.</summary>
    public SimulationResult Simulate(ReferenceSimulator simulator, int index) => Bytes is null
        ? simulator.Run(Values.AsSpan(index * Size, Size))
        : simulator.Run(Bytes.AsSpan(index * Size, Size));

    /// <summary>q of sample <paramref name="index"/>: the quantised input, length n.</summary>
    public byte[] Levels(int index)
    {
        if (Bytes is not null)
            return Bytes.AsSpan(index * Size, Size).ToArray();
        var levels = new byte[Size];
        for (int j = 0; j < Size; j++)
            levels[j] = Encoder.Quantise(Values[index * Size + j]);
        return levels;
    }

    /// <summary>What <see cref="LayerSimulator.Hold"/> is given for sample <paramref name="index"/>.</summary>
    public float[] Held(int index, Arithmetic arithmetic)
    {
        if (arithmetic is FixedPointArithmetic)
            return [.. Levels(index).Select(q => (float)q)];
        var held = new float[Size];
        for (int j = 0; j < Size; j++)
            held[j] = Bytes is null ? Encoder.Normalise(Values[index * Size + j]) : Bytes[index * Size + j] / 255f;
        return held;
    }
}
