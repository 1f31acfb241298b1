using System.Globalization;
using System.Text.RegularExpressions;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Scale;

/// <summary>Builds of projects with many models, and of many projects, as users of the package.</summary>
internal static class ProjectsTable
{
    private const int Inputs = 16, Outputs = 10, LeastNeurons = 12, Sizes = 9;

    private static readonly string[] s_columns = ["build", "conversions", "s", "s of processor time", "peak MiB of all processes"];

    public static void WriteModels(TextWriter writer, int count)
    {
        using var folder = new UserFolder();
        WriteProject(folder, "App", "Models/*.onnx");
        for (int i = 0; i < count; i++)
            WriteModel(folder, $"App/Models/m{Number(i)}.onnx", i);
        folder.Run("restore", "App");
        var table = new MarkdownTable(writer, s_columns);
        folder.Measure(table, "first", "build", "App", "--no-restore");
        folder.Measure(table, "again", "build", "App", "--no-restore");
        WriteModel(folder, "App/Models/m" + Number(0) + ".onnx", count);
        folder.Measure(table, "one model changed", "build", "App", "--no-restore");
        Directory.Delete(folder.PathOf("App/obj/Debug"), recursive: true);
        string log = folder.Measure(table, "compilation alone", "build", "App", "--no-restore", "-p:ReportAnalyzer=true", "-v:diag");
        writer.WriteLine();
        writer.WriteLine($"The generator took {GeneratorSeconds(log)} s of the last one.");
    }

    public static void WriteSolution(TextWriter writer, int count)
    {
        using var folder = new UserFolder();
        string[] names = [.. Enumerable.Range(0, count).Select(i => "P" + Number(i))];
        for (int i = 0; i < count; i++)
        {
            WriteProject(folder, names[i], "net.onnx");
            WriteModel(folder, names[i] + "/net.onnx", i);
        }
        folder.Write("All.slnx", $"<Solution>{string.Concat(names.Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        folder.Run("restore", "All.slnx");
        var table = new MarkdownTable(writer, s_columns);
        folder.Measure(table, "first", "build", "All.slnx", "--no-restore", "-m");
        folder.Measure(table, "again", "build", "All.slnx", "--no-restore", "-m");
        WriteModel(folder, names[0] + "/net.onnx", count);
        folder.Measure(table, "one model changed", "build", "All.slnx", "--no-restore", "-m");
    }

    private static void WriteProject(UserFolder folder, string name, string models) => folder.Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SnnGen" Version="{folder.Version}" PrivateAssets="all" />
            <SnnModel Include="{models}" CalibrationCount="200" />
          </ItemGroup>
        </Project>
        """);

    private static void WriteModel(UserFolder folder, string path, int seed) =>
        ScaleModel.WriteDense(folder.PathOf(path), [Inputs, LeastNeurons + seed % Sizes, Outputs], seed);

    private static string GeneratorSeconds(string log) => Regex.Match(
        log[log.IndexOf("Total generator execution time", StringComparison.Ordinal)..], @"(\S+)\s+\S+\s+SnnGen\.Generators, ").Groups[1].Value;

    private static string Number(int index) => index.ToString("000", CultureInfo.InvariantCulture);
}
