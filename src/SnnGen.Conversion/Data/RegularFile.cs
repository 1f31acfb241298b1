namespace SnnGen.Conversion.Data;

/// <summary>
/// Opens files that others named. What is no file but a pipe or a device would make a reader wait for ever, or never end; it has no
/// length, and is as if it were empty.
/// </summary>
public static class RegularFile
{
    /// <summary>The content of <paramref name="path"/>, whose length is known.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened, or is a folder.</exception>
    public static Stream OpenRead(string path)
    {
        FileSystemInfo target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(path);
        return target is FileInfo { Exists: true, Length: 0 } ? new MemoryStream([], writable: false) : File.OpenRead(path);
    }

    /// <summary>All bytes of <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many it may have.</param>
    /// <exception cref="IOException">It cannot be opened, or has more.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened, or is a folder.</exception>
    public static byte[] ReadBytes(string path, int most)
    {
        using Stream stream = OpenRead(path);
        if (stream.Length > most)
            throw new IOException($"it has {stream.Length} bytes, and at most {most} are read");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
