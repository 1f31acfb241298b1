using SnnGen.Conversion.Data;

namespace SnnGen.Fuzzing.Targets;

/// <summary>Calibration data in a file, whose format the reader tells by its content.</summary>
/// <param name="name">The format of the corpus.</param>
/// <param name="isText">True where that is text.</param>
internal sealed class DataTarget(string name, bool isText) : IFuzzTarget
{
    public string Name => name;

    public string FileName => $"samples.{name}";

    public bool IsText => isText;

    public bool Read(string path) => Refusal.Accepts(() => Require(DataReader.Read(path, 0)), path, "SNN1006", "SNN1007");

    /// <summary>What every data set is documented to be.</summary>
    public static void Require(DataSet data)
    {
        if (data.Count < 1 || data.Values.Length != (long)data.Count * data.Shape.Size || !data.Values.All(float.IsFinite))
            throw new InvalidOperationException($"{data.Count} samples of shape {data.Shape} in {data.Values.Length} values, or some not finite");
    }
}
