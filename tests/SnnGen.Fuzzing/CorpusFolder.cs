namespace SnnGen.Fuzzing;

/// <summary>The files of the repository that fuzzing begins with, and those that once found a fault.</summary>
internal static class CorpusFolder
{
    /// <summary>The folder of all targets.</summary>
    public static string Root => Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Fuzzing", "Corpus");

    /// <summary>Paths of a target's files, in order.</summary>
    public static string[] Files(string target) => [.. Directory.GetFiles(Path.Combine(Root, target)).Order(StringComparer.Ordinal)];
}
