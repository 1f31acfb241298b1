using System.Runtime.InteropServices;

namespace SnnGen.Tasks.Running;

/// <summary>The portable runtime identifier of the machine that builds, such as <c>linux-x64</c>.</summary>
internal static class RuntimeIdentifier
{
    /// <summary>System and architecture of this process.</summary>
    public static string Current { get; } = $"{OperatingSystem()}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    private static string OperatingSystem()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return "win";
        return RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "osx" : "linux";
    }
}
