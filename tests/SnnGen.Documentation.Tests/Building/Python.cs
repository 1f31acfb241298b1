using System.ComponentModel;
using SnnGen.Documentation.Tests.Checks;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>Python 3, and what of it is installed.</summary>
internal static class Python
{
    private static readonly string[] s_places = ["/usr/bin/python3", "/usr/local/bin/python3"];

    /// <summary>The interpreter, or null. Debian's own comes first: its packages are the ones that the pages name.</summary>
    public static string? Path { get; } = s_places.FirstOrDefault(File.Exists);

    /// <summary>Why programs cannot be run, or null where they can.</summary>
    public static string? SkipReason { get; } = HasModules()
        ? null
        : "Python 3 with PyTorch, onnx and scikit-learn is not installed (Debian: python3-torch python3-onnx python3-sklearn)";

    private static bool HasModules()
    {
        try
        {
            return Path is not null && Command.Run(Environment.CurrentDirectory, [], Path, "-c", "import torch, onnx, sklearn").Length == 0;
        }
        catch (Exception e) when (e is BlockException or Win32Exception)
        {
            return false;
        }
    }
}
