using System.Diagnostics;

namespace SnnGen.HostileInput.Tests;

/// <summary>What a file can be replaced with that is none; on Windows there is nothing of that kind.</summary>
internal static class SpecialFiles
{
    /// <summary>Replaces the file at <paramref name="path"/> by one after the other, and gives its path each time.</summary>
    public static IEnumerable<string> At(string path)
    {
        if (OperatingSystem.IsWindows())
            yield break;
        File.Delete(path);
        using (Process process = Process.Start("mkfifo", [path]))
            process.WaitForExit();
        Assert.True(File.Exists(path));
        yield return path;

        File.Delete(path);
        File.CreateSymbolicLink(path, "/dev/zero");
        yield return path;
        File.Delete(path);
    }
}
