using System.Diagnostics;

namespace SnnGen.Package.Tests.Support;

/// <summary>The environment of commands that tests start: no server and no node survives one, and everything speaks English.</summary>
internal static class InnerEnvironment
{
    /// <summary>What "dotnet test" sets for itself and what would change the inner builds.</summary>
    private static readonly string[] s_inherited =
    [
        "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "CI", "NUGET_PACKAGES",
    ];

    private static readonly (string Name, string Value)[] s_fixed =
    [
        ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("UseSharedCompilation", "false"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1"),
    ];

    /// <summary>Gives it to <paramref name="start"/>, with more variables that go before it.</summary>
    public static void Apply(ProcessStartInfo start, IEnumerable<(string Name, string Value)> more)
    {
        foreach (string name in s_inherited)
            start.Environment.Remove(name);
        foreach ((string name, string value) in s_fixed.Concat(more))
            start.Environment[name] = value;
    }
}
