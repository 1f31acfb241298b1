using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Tool.Evaluation;

/// <summary>Test inputs and, where there are any, their classes, with the files that errors name.</summary>
/// <param name="Inputs">The samples.</param>
/// <param name="InputFile">Where they come from.</param>
/// <param name="Classes">One class index a sample, or null.</param>
/// <param name="LabelFile">Where they come from.</param>
internal sealed record LabelledData(DataSet Inputs, string InputFile, int[]? Classes, string? LabelFile)
{
    /// <summary>The first <paramref name="limit"/> samples, or all where it is 0.</summary>
    /// <exception cref="ConversionException">A file cannot be read, or there are not as many labels as inputs.</exception>
    public static LabelledData Read(string inputFile, string? labelFile, int limit)
    {
        DataSet inputs = DataReader.Read(inputFile, limit);
        if (labelFile is null)
            return new LabelledData(inputs, inputFile, null, null);
        int[] classes = LabelReader.Read(labelFile, limit);
        return classes.Length == inputs.Count
            ? new LabelledData(inputs, inputFile, classes, labelFile)
            : throw new ConversionException(DiagnosticDescriptors.DataMismatch, labelFile,
                $"{classes.Length} labels for {inputs.Count} inputs; give as many labels as inputs");
    }

    /// <summary>Checks that a model of <paramref name="outputs"/> classes has those of the labels.</summary>
    /// <exception cref="ConversionException">SNN1007: a label is none of them.</exception>
    public void RequireClassesBelow(int outputs)
    {
        int bad = Classes is null ? -1 : Array.FindIndex(Classes, label => label >= outputs);
        if (bad >= 0)
        {
            throw new ConversionException(DiagnosticDescriptors.DataMismatch, LabelFile!,
                $"has the label {Classes![bad]} at {bad}, but the model's {outputs} outputs are the classes from 0 to {outputs - 1}; give the labels of this model");
        }
    }
}
