using SharpFuzz;

namespace SnnGen.Fuzzing.Guided;

/// <summary>Rewrites assemblies so that they say which branches they take.</summary>
internal static class Instrumentation
{
    /// <summary>The readers, and the libraries that they read with.</summary>
    private static readonly string[] s_assemblies =
        ["SnnGen.Conversion.dll", "SnnGen.Spiking.dll", "Google.Protobuf.dll", "PureHDF.dll"];

    /// <summary>A copy of this program with instrumented assemblies in <paramref name="folder"/>.</summary>
    public static void Write(string folder)
    {
        Copy(AppContext.BaseDirectory, folder);
        foreach (string assembly in s_assemblies)
            Fuzzer.Instrument(Path.Combine(folder, assembly), _ => true, Options.Value);
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }
}
