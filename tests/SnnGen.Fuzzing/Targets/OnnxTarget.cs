using SnnGen.Conversion.Analog.Folding;
using SnnGen.Conversion.Import.Onnx;

namespace SnnGen.Fuzzing.Targets;

/// <summary>Trained networks; tensors may lie in files beside the model.</summary>
internal sealed class OnnxTarget : IFuzzTarget
{
    public string Name => "onnx";

    public string FileName => "model.onnx";

    public bool IsText => false;

    /// <summary>The numbers that the import of any model may compute, twice over while a matrix is made, and mapped.</summary>
    public long ConstantMemory => 3 * sizeof(double) * FoldingBudget.ConstantNumbers;

    public bool Read(string path) =>
        Refusal.Accepts(() => OnnxImporter.Import(path), path, "SNN1001", "SNN1002", "SNN1003", "SNN1004", "SNN1005");
}
