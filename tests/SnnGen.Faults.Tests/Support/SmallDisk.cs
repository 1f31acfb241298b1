namespace SnnGen.Faults.Tests.Support;

/// <summary>A disk of a few kibibytes, mounted for a test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<bool> s_isPermitted = new(() =>
    {
        using var folder = new TemporaryFolder();
        return OperatingSystem.IsLinux() && Mount(folder.Root) && Unmount(folder.Root);
    });

    private readonly string _folder;

    /// <param name="folder">Where it is mounted; created.</param>
    public SmallDisk(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        Assert.True(Mount(_folder));
    }

    public static bool IsPermitted => s_isPermitted.Value;

    /// <summary>Leaves no room on it.</summary>
    public string Fill()
    {
        string path = Path.Combine(_folder, "filler");
        using FileStream file = File.Create(path, bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[512]);
        }
        catch (IOException)
        {
            return path;
        }
    }

    public void Dispose() => Unmount(_folder);

    private static bool Mount(string folder) => ShellCommand.Run("mount", "-t", "tmpfs", "-o", "size=16k", "none", folder) == 0;

    private static bool Unmount(string folder) => ShellCommand.Run("umount", folder) == 0;
}
