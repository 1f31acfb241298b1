using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Reads a trained network from an ONNX file.</summary>
public static class OnnxImporter
{
    /// <summary>The network in <paramref name="path"/>; docs/operators.md says what is supported.</summary>
    /// <exception cref="ConversionException">SNN1001 to SNN1005: the file cannot be read, is corrupt or not supported.</exception>
    public static AnalogNetwork Import(string path)
    {
        ImportedChain chain = GraphWalker.Walk(path, OnnxModelReader.Read(path));
        FoldingResult folded = StepFolder.Fold(chain.Steps);
        if (!folded.Problems.IsEmpty)
            throw new ConversionException(
                DiagnosticDescriptors.UnsupportedOperators, path, UnsupportedOperatorsMessage.Compose([], folded.Problems));
        RequireFinite(path, folded);
        return new AnalogNetwork(Path.GetFileNameWithoutExtension(path), chain.InputShape, folded.Layers);
    }

    /// <summary>Finite weights can still fold to infinity or NaN: a division by zero, a negative variance.</summary>
    private static void RequireFinite(string path, FoldingResult folded)
    {
        foreach (AnalogLayer layer in folded.Layers)
        {
            if (!layer.Weights.ForAll(double.IsFinite, Zeros.Include) || !layer.Bias.ForAll(double.IsFinite))
                throw new ConversionException(
                    DiagnosticDescriptors.NonFiniteWeights, path,
                    $"layer '{layer.Name}' folds to weights that are NaN or infinite; check its divisors and variances");
        }
    }
}
