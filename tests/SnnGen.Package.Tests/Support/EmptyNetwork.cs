using System.Diagnostics;

namespace SnnGen.Package.Tests.Support;

/// <summary>Commands without a network.</summary>
internal static class EmptyNetwork
{
    /// <summary>A proxy that nobody listens at, and no source: whatever asked for a network would fail.</summary>
    private static readonly Dictionary<string, string> s_noNetwork = new()
    {
        ["HTTP_PROXY"] = "http://127.0.0.1:9",
        ["HTTPS_PROXY"] = "http://127.0.0.1:9",
        ["ALL_PROXY"] = "http://127.0.0.1:9",
        ["NO_PROXY"] = "",
        ["RestoreSources"] = "",
    };

    /// <summary>What goes before a command, where the system lets it run among no network devices at all; empty elsewhere.</summary>
    private static readonly string[] s_isolation = CanIsolate() ? ["unshare", "--map-root-user", "--net"] : [];

    /// <summary>Starts dotnet in <paramref name="folder"/>.</summary>
    public static DotnetCommand Start(string folder, params string[] arguments)
    {
        string[] command = [.. s_isolation, "dotnet", .. arguments];
        return DotnetCommand.StartProgram(command[0], folder, s_noNetwork, command[1..]);
    }

    private static bool CanIsolate()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare"))
            return false;
        using Process attempt = Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--net", "true"]) { RedirectStandardError = true })!;
        attempt.WaitForExit();
        return attempt.ExitCode == 0;
    }
}
