using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Scale;

/// <summary>Ten million synaptic operations as a user of the package builds, publishes ahead of time, and runs them.</summary>
internal static class LargePublishTable
{
    private const string Program = """
        using System.Diagnostics;

        long start = Stopwatch.GetTimestamp();
        ulong answers = 0;
        long operations = 0;
        for (int image = 0; image <= 10; image++)
        {
            var pixels = new byte[784];
            new Random(image).NextBytes(pixels);
            App.LargeSnn.Result result = App.LargeSnn.Run(pixels);
            answers = answers * 10 + (ulong)result.Class;
            operations += result.SynapticOperations;
            if (image == 0)
            {
                Console.Write($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ");
                start = Stopwatch.GetTimestamp();
            }
        }
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds / 10:0.0} {answers}-{operations}");
        """;

    public static void Write(TextWriter writer)
    {
        using var folder = new UserFolder();
        folder.Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SnnGen" Version="{folder.Version}" PrivateAssets="all" />
                <SnnModel Include="large.onnx" CalibrationCount="200" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("App/Program.cs", Program);
        ScaleModel.WriteDense(folder.PathOf("App/large.onnx"), [784, 3000, 2500, 10]);
        folder.Run("restore", "App");

        var builds = new MarkdownTable(writer, "build", "conversions", "s", "s of processor time", "peak MiB of all processes");
        folder.Measure(builds, "first", "build", "App", "--no-restore", "-c", "Release", "-o", folder.PathOf("jit"));
        folder.Measure(builds, "publish ahead of time", "publish", "App", "--no-restore", "-c", "Release", "-o", folder.PathOf("aot"));

        writer.WriteLine();
        var runs = new MarkdownTable(writer, "program", "MB", "first inference ms", "each of ten more ms", "peak MiB", "answers and synaptic operations");
        Run(runs, "compiled as it runs", folder.PathOf("jit/App.dll"), "dotnet", folder.PathOf("jit/App.dll"));
        string native = folder.PathOf(OperatingSystem.IsWindows() ? "aot/App.exe" : "aot/App");
        Run(runs, "ahead of time", native, native);
    }

    private static void Run(MarkdownTable table, string name, string file, string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        ProcessTree tree = ProcessTree.Follow(process);
        string[] figures = output.Result.Split(' ', StringSplitOptions.TrimEntries);
        table.Row(
            name, Text(new FileInfo(file).Length / 1e6, "0.0"), figures[0], figures[1], Text(tree.PeakMebibytes, "0"), figures[2]);
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
