using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SnnGen.Benchmarks.Speed.Native;

/// <summary>The C files beside this one, compiled for this machine when they are needed.</summary>
internal sealed class NativeCode : IDisposable
{
    private const string Compiler = "gcc";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snngen-native-");
    private readonly Dictionary<string, nint> _libraries = [];

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing { get; } = Find();

    /// <summary>An exported function.</summary>
    /// <param name="file">The C file, without extension.</param>
    /// <param name="name">The function.</param>
    public nint Function(string file, string name)
    {
        if (!_libraries.TryGetValue(file, out nint library))
            _libraries[file] = library = NativeLibrary.Load(Compile(file));
        return NativeLibrary.GetExport(library, name);
    }

    public void Dispose()
    {
        foreach (nint library in _libraries.Values)
            NativeLibrary.Free(library);
        _folder.Delete(recursive: true);
    }

    private string Compile(string file)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "Speed", "Native", file + ".c");
        string library = Path.Combine(_folder.FullName, file + ".so");
        using Process process = Run("-O3", "-march=native", "-Wall", "-Werror", "-shared", "-fPIC", source, "-o", library);
        string messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? library : throw new InvalidOperationException($"{Compiler} refuses {source}:\n{messages}");
    }

    private static Process Run(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Compiler, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    private static string? Find()
    {
        if (!System.Runtime.Intrinsics.X86.Avx2.IsSupported)
            return "the C kernels are written for AVX2, which this machine has not";
        try
        {
            using Process process = Run("--version");
            process.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return $"{Compiler} is not installed, so there are no rows of the C kernels";
        }
    }
}
