using System.Diagnostics;
using SnnGen.Faults.Tests.Support;
using SnnGen.Tool.Caching;
using Xunit.Abstractions;

namespace SnnGen.Faults.Tests;

/// <summary>A whole build is killed: dotnet, its MSBuild node, the converter, the compiler.</summary>
public sealed class KilledBuildTests(ITestOutputHelper log)
{
    [Fact]
    public void Whenever_a_build_is_killed_the_next_one_gives_the_same_network_and_app()
    {
        // The names are ones that tools stumble over; MSBuild itself takes no '%' or '@(' in a folder's.
        using var project = new SourceProject("it's #1 (a&b) $d;ü模😀", "m a%20b;c#d'(e)&$f 模😀.onnx");
        var watch = Stopwatch.StartNew();
        project.Build();
        TimeSpan duration = watch.Elapsed;
        byte[] expected = File.ReadAllBytes(project.Network!);
        string output = project.Run();
        Dictionary<string, byte[]> assemblies = project.FilesIn("", "App.dll").ToDictionary(path => path, File.ReadAllBytes);
        int kills = KillCount.Or(2), converted = 0, compiled = 0;
        var random = new Random(2);
        for (int i = 0; i < kills; i++)
        {
            Forget(project);
            using DotnetCommand build = project.Start("--no-restore");
            Thread.Sleep(duration * random.NextDouble());
            build.Kill();
            converted += project.Network is null ? 0 : 1;
            compiled += project.FilesIn("bin", "App.dll").Length;
            ShouldHoldOnlyWholeFiles(project, expected);
        }
        log.WriteLine($"{kills} kills: {converted} after the conversion, {compiled} after the compiler; {project.FilesIn("obj/snngen", "*.tmp").Length} temporary files left");

        project.Build("--no-restore");
        ShouldHoldOnlyWholeFiles(project, expected);
        Assert.Equal("1", output);
        Assert.Equal(output, project.Run());
        Assert.All(assemblies, assembly => Assert.Equal(assembly.Value, File.ReadAllBytes(assembly.Key)));
    }

    private static void ShouldHoldOnlyWholeFiles(SourceProject project, byte[] expected)
    {
        if (project.Network is { } network)
            Assert.Equal(expected, File.ReadAllBytes(network));
        foreach (string entry in project.CacheEntries)
            Assert.NotNull(CacheEntry.Open(Path.GetFileNameWithoutExtension(entry), File.ReadAllText(entry)));
    }

    /// <summary>All must be made anew, so that there is something to kill.</summary>
    private static void Forget(SourceProject project)
    {
        foreach (string file in project.CacheEntries.Concat(project.FilesIn("", "App.dll")).Append(project.Network).OfType<string>())
            File.Delete(file);
    }
}
