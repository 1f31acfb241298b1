using System.Runtime.InteropServices;

namespace SnnGen.Tasks.Running;

/// <summary>The portable runtime identifier of the converter's process, such as <c>linux-x64</c>.</summary>
internal static class RuntimeIdentifier
{
    /// <summary>That of a converter which this process starts.</summary>
    public static string Current { get; } = Of(OperatingSystem(), RuntimeInformation.ProcessArchitecture, RuntimeInformation.OSArchitecture);

    /// <summary>
    /// The converter has the architecture of the SDK, and so of the process that builds, also where that is emulated: an x64
    /// SDK on ARM64. Only MSBuild of Visual Studio may be a process of 32 bits, and its SDK is one of the machine.
    /// </summary>
    public static string Of(string system, Architecture process, Architecture machine) =>
        $"{system}-{(process == Architecture.X86 ? machine : process).ToString().ToLowerInvariant()}";

    private static string OperatingSystem()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return "win";
        return RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "osx" : "linux";
    }
}
