using System.Globalization;
using SnnGen.Benchmarks.Compiling;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Scale;

/// <summary>
/// How conversion and compilation grow, beyond what a process costs that has next to nothing to do. Least of several runs:
/// others use the machine, too.
/// </summary>
internal static class GrowthTable
{
    private const int Repetitions = 3;

    // A run this long is disturbed little, and is not repeated.
    private const double LongSeconds = 4;

    /// <param name="writer">Takes the table.</param>
    /// <param name="only">Which axes, by the first word of their names; all where none is given.</param>
    public static void Write(TextWriter writer, string[] only)
    {
        using var conversion = new ConversionRun();
        using var compiler = new Compiler();
        var table = new MarkdownTable(writer, "grows", "sizes", "cost", "values", "exponent", "R²");
        (CompilerCost leastConversion, CompilerCost leastCompilation) = (Convert(conversion, GrowthAxis.Least), Compile(compiler, conversion));
        foreach (GrowthAxis axis in GrowthAxis.All.Where(axis => only.Length == 0 || only.Contains(axis.Name.Split(' ', ',')[0])))
        {
            var costs = new List<(CompilerCost Conversion, CompilerCost? Compilation)>();
            foreach (int size in axis.Sizes)
            {
                CompilerCost converted = Convert(conversion, axis.CaseOf(size));
                costs.Add((converted, axis.Compiles ? Compile(compiler, conversion) : null));
            }
            Row(axis, "conversion, s", "0.00", cost => cost.Conversion.Seconds - leastConversion.Seconds);
            Row(axis, "conversion, MiB", "0", cost => cost.Conversion.Mebibytes - leastConversion.Mebibytes);
            if (!axis.Compiles)
                continue;
            Row(axis, "compilation, s", "0.00", cost => cost.Compilation!.Seconds - leastCompilation.Seconds);
            Row(axis, "compilation, MiB", "0", cost => cost.Compilation!.Mebibytes - leastCompilation.Mebibytes);
            Row(axis, "assembly, KB", "0", cost => (cost.Compilation!.AssemblyBytes - leastCompilation.AssemblyBytes) / 1024.0);

            void Row(GrowthAxis axis, string cost, string format, Func<(CompilerCost Conversion, CompilerCost? Compilation), double> valueOf)
            {
                double[] values = [.. costs.Select(valueOf)];
                (double Size, double Value)[] seen = [.. axis.Sizes.Zip(values, (size, value) => ((double)size, value)).Where(point => point.value > 0)];
                PowerLaw law = PowerLaw.Fit([.. seen.Select(point => point.Size)], [.. seen.Select(point => point.Value)]);
                table.Row(
                    axis.Name, string.Join(", ", axis.Sizes), cost, string.Join(", ", values.Select(value => value.ToString(format, CultureInfo.InvariantCulture))),
                    law.Exponent.ToString("0.00", CultureInfo.InvariantCulture), law.Determination.ToString("0.00", CultureInfo.InvariantCulture));
            }
        }
    }

    private static CompilerCost Convert(ConversionRun conversion, GrowthCase growth)
    {
        ScaleModel.WriteDense(conversion.Model, growth.Widths);
        return Least(() => conversion.Run("--calibration-count", Text(growth.Samples), "--time-steps", Text(growth.TimeSteps)));
    }

    private static CompilerCost Compile(Compiler compiler, ConversionRun conversion) => Least(() => compiler.CompileNetwork(File.ReadAllText(conversion.Network)));

    private static CompilerCost Least(Func<CompilerCost> run)
    {
        CompilerCost least = run();
        for (int repetition = 1; repetition < Repetitions && least.Seconds < LongSeconds; repetition++)
        {
            CompilerCost next = run();
            least = least with { Seconds = Math.Min(least.Seconds, next.Seconds), Mebibytes = Math.Min(least.Mebibytes, next.Mebibytes) };
        }
        return least;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
