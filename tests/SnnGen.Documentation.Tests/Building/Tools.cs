using SnnGen.Tool.Commands;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>The commands that a reader of the pages has: <c>snngen</c>, and Debian's Python before any other.</summary>
internal sealed class Tools
{
    /// <param name="folder">Where they are put, to be first in the path.</param>
    public Tools(string folder)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        Cache = Path.Combine(Folder, "cache");
        Install("snngen", $"exec dotnet exec '{Converter}' \"$@\"");
        if (Python.Path is { } python)
            Install("python3", $"exec '{python}' \"$@\"");
    }

    public string Folder { get; }

    /// <summary>Conversions, which all pages share.</summary>
    public string Cache { get; }

    /// <summary>The path of snngen.dll.</summary>
    public static string Converter { get; } = typeof(SnnGenCommand).Assembly.Location;

    private void Install(string name, string command)
    {
        string script = Path.Combine(Folder, name);
        File.WriteAllText(script, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
