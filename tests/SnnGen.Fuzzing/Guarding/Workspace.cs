using SnnGen.Fuzzing.Targets;

namespace SnnGen.Fuzzing.Guarding;

/// <summary>A folder in which one input after the other lies as the target's file, beside what hostile files may point to.</summary>
internal sealed class Workspace : IDisposable
{
    private const string InMemory = "/dev/shm";

    private readonly string _folder = Path.Combine(Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"snngen-fuzz-{Guid.NewGuid():N}");

    public Workspace(IFuzzTarget target)
    {
        Input = Path.Combine(_folder, "inside", target.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(Input)!);
        File.WriteAllBytes(Path.Combine(_folder, "outside.bin"), new byte[256]);
        File.WriteAllBytes(Path.Combine(_folder, "inside", "weights.bin"), new byte[256]);
    }

    /// <summary>Path of the input.</summary>
    public string Input { get; }

    /// <summary>Makes <paramref name="input"/> the content of the file.</summary>
    public void Write(ReadOnlySpan<byte> input)
    {
        using FileStream file = File.Create(Input, bufferSize: 1);
        file.Write(input);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
