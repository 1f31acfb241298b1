namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Writes docs/operators.md from the table of operators.</summary>
internal static class OperatorsPage
{
    /// <summary>The page, with LF line ends.</summary>
    public static string Render()
    {
        IEnumerable<string> rows = SupportedOperators.Table.Select(row => $"| `{row.Type}` | {row.Forms} |");
        return $"""
            # Supported ONNX operators

            <!-- Written from src/SnnGen.Conversion/Import/Onnx/SupportedOperators.cs; do not edit by hand. -->

            A model has one input and one output; in between tensors may branch and join. Operator sets
            {SupportedOperators.MinimumOpset} to {SupportedOperators.MaximumOpset} are read. "Data" is a tensor that depends on the input; "constants" are initializers, `Constant`
            nodes and what is computed from them, which the import folds. The batch may be symbolic or 1. Anything else is
            refused with SNN1003, which names every unsupported node at once.

            | Operator | Supported forms |
            | --- | --- |
            {string.Join("\n", rows)}

            """.ReplaceLineEndings("\n");
    }
}
