using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Spiking;
using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Tuning;

/// <summary>The data of a search: inputs to convert with, and others to judge by.</summary>
/// <param name="Calibration">Inputs to convert with.</param>
/// <param name="HeldCount">Number of inputs to judge by.</param>
/// <param name="Held">Inputs to judge by, given the encoder of a network.</param>
/// <param name="HeldClasses">Their classes, or null.</param>
internal sealed record TuningData(InputBatch Calibration, int HeldCount, Func<InputEncoder, InputBatch> Held, int[]? HeldClasses)
{
    /// <summary>The first samples, and the rest to judge by; where there are not enough for both, at most half to convert with.</summary>
    /// <param name="data">At least two samples.</param>
    /// <param name="count">Samples to convert with.</param>
    /// <param name="judgeCount">Samples to judge by.</param>
    public static (DataSet Calibration, LabelledData Held) Split(LabelledData data, int count, int judgeCount)
    {
        bool isEnough = data.Inputs.Count - judgeCount >= count;
        int first = isEnough ? count : Math.Min(count, data.Inputs.Count / 2);
        return (Slice(data.Inputs, 0, first), data with
        {
            Inputs = Slice(data.Inputs, first, data.Inputs.Count - first), Classes = data.Classes?[first..],
        });
    }

    private static DataSet Slice(DataSet data, int start, int count)
    {
        int size = data.Shape.Size;
        return data with { Count = count, Values = data.Values[(start * size)..((start + count) * size)] };
    }
}
