using System.Diagnostics;
using System.Text;
using SnnGen.Documentation.Tests.Checks;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>Runs a command to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    /// <summary>What "dotnet test" sets for itself and what would change the commands.</summary>
    private static readonly string[] s_inherited =
    [
        "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "CI", "NUGET_PACKAGES",
    ];

    // No server and no node survives a command, everything speaks English, and small networks are not trained by threads that wait.
    private static readonly (string Name, string Value)[] s_fixed =
    [
        ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("UseSharedCompilation", "false"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1"), ("PYTHONIOENCODING", "utf-8"), ("OMP_NUM_THREADS", "1"),
    ];

    /// <summary>What it prints.</summary>
    /// <exception cref="BlockException">It failed.</exception>
    public static string Run(string folder, (string Name, string Value)[] environment, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in s_inherited)
            start.Environment.Remove(name);
        foreach ((string name, string value) in (IEnumerable<(string, string)>)[.. s_fixed, .. environment])
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new BlockException($"{command} does not end");
        }
        BlockException.ThrowUnless(process.ExitCode == 0, $"{command} failed:\n{output.Result}{error.Result}");
        return output.Result;
    }
}
