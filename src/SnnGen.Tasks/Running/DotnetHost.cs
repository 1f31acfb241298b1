using System.Runtime.InteropServices;

namespace SnnGen.Tasks.Running;

/// <summary>Finds the dotnet executable that runs the converter.</summary>
internal static class DotnetHost
{
    /// <summary>Its file name on this system.</summary>
    public static string FileName => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";

    /// <summary>
    /// The host that runs the SDK: <paramref name="hostPath"/> where the build says so, else the one of the SDK's root
    /// folder (MSBuild of Visual Studio), else whichever is on the PATH.
    /// </summary>
    public static string Find(string? hostPath, string? dotnetRoot)
    {
        if (!string.IsNullOrEmpty(hostPath) && File.Exists(hostPath))
            return hostPath!;
        string besideSdk = Path.Combine(dotnetRoot ?? "", FileName);
        return !string.IsNullOrEmpty(dotnetRoot) && File.Exists(besideSdk) ? besideSdk : FileName;
    }
}
