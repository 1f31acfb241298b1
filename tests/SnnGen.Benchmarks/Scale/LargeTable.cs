using System.Globalization;
using SnnGen.Benchmarks.Compiling;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Scale;

/// <summary>What networks of ten million synaptic operations cost, stage by stage.</summary>
internal static class LargeTable
{
    private static readonly (string Name, Action<string> Write)[] s_models =
    [
        ("784-3000-2500-10", path => ScaleModel.WriteDense(path, [784, 3000, 2500, 10])),
        ("convolutions of 64 and 84 channels", path => ScaleModel.WriteConvolutional(path, 64, 84)),
    ];

    private static readonly string[] s_settings =
        ["--calibration-count 200", "--calibration-count 1000", "--calibration-count 200 --weights float32", "--calibration-count 200 --weights int4"];

    public static void Write(TextWriter writer)
    {
        using var conversion = new ConversionRun();
        using var compiler = new Compiler();
        var table = new MarkdownTable(writer, "network", "settings", "conversion s", "peak MiB", "file MB", "generator and compiler s", "peak MiB", "assembly MB");
        foreach ((string name, Action<string> write) in s_models)
        {
            write(conversion.Model);
            foreach (string settings in s_settings)
            {
                CompilerCost converted = conversion.Run(settings.Split(' ')), compiled = compiler.CompileNetwork(File.ReadAllText(conversion.Network));
                table.Row(
                    name, settings.Replace("--", "", StringComparison.Ordinal), Text(converted.Seconds, "0.0"), Text(converted.Mebibytes, "0"), Text(converted.AssemblyBytes / 1e6, "0.0"),
                    Text(compiled.Seconds, "0.0"), Text(compiled.Mebibytes, "0"), Text(compiled.AssemblyBytes / 1e6, "0.0"));
            }
        }
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
