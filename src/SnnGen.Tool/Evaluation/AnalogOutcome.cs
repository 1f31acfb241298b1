using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Spiking;

namespace SnnGen.Tool.Evaluation;

/// <summary>What the ANN says of one input.</summary>
/// <param name="Class">Its decision.</param>
/// <param name="Values">Its outputs.</param>
internal readonly record struct AnalogOutcome(int Class, double[] Values)
{
    private const int Chunk = 500;

    /// <summary>The outcomes of all inputs.</summary>
    public static AnalogOutcome[] Run(AnalogNetwork analog, InputBatch inputs, CancellationToken cancellation)
    {
        var outcomes = new AnalogOutcome[inputs.Count];
        for (int start = 0; start < inputs.Count; start += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            Matrix<double> logits = AnalogForward.Logits(analog, inputs.ToMatrix(start, Math.Min(Chunk, inputs.Count - start)));
            for (int i = 0; i < logits.RowCount; i++)
                outcomes[start + i] = new AnalogOutcome(logits.Row(i).MaximumIndex(), [.. logits.Row(i).Select(u => analog.Output.Apply(u))]);
        }
        return outcomes;
    }
}
