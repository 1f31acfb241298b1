namespace SnnGen.Fuzzing.Targets;

/// <summary>A reader of the product that takes files from anywhere.</summary>
internal interface IFuzzTarget
{
    /// <summary>Name on the command line, and of its folder in the corpus.</summary>
    string Name { get; }

    /// <summary>What its file is called.</summary>
    string FileName { get; }

    /// <summary>True where its files are text.</summary>
    bool IsText { get; }

    /// <summary>Most bytes that may be allocated for any file, freed ones included.</summary>
    long ConstantMemory => 64L << 20;

    /// <summary>Most bytes that may be allocated beside them for one byte of a file.</summary>
    long MemoryPerByte => 1000;

    /// <summary>Reads the file at <paramref name="path"/>; true where it was accepted, false where it was refused as documented.</summary>
    /// <exception cref="Exception">The reader is at fault.</exception>
    bool Read(string path);
}
