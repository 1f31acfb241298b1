namespace SampleApp;

/// <summary>What the command line asks for.</summary>
/// <param name="Help">Only print <see cref="Usage"/>.</param>
/// <param name="Download">Fetch MNIST's test set and evaluate it.</param>
/// <param name="MnistFolder">Evaluate MNIST's test set in this folder.</param>
internal sealed record Options(bool Help = false, bool Download = false, string? MnistFolder = null)
{
    public const string Usage =
        """
        Runs networks that the build compiled into this program, and measures them.

        dotnet run --project sample-app -c Release [-- OPTION]

          (no option)    the digits that come with the sample
          --mnist DIR    MNIST's 10,000 test images: t10k-images-idx3-ubyte and
                         t10k-labels-idx1-ubyte in DIR, as they are or with .gz
          --download     the same, fetched once (1.6 MB) into your local
                         application data folder
          --help         this text

        NO_COLOR is respected. Exit codes: 0 done, 1 a data file is missing or
        corrupt, 2 unknown option.

        """;

    /// <exception cref="UsageException">An option is unknown, incomplete or contradicts another.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new Options(),
        ["--help" or "-h" or "-?"] => new Options(Help: true),
        ["--download"] => new Options(Download: true),
        ["--mnist", var folder] when !folder.StartsWith('-') => new Options(MnistFolder: folder),
        ["--mnist", ..] => throw new UsageException("--mnist takes one folder and no other option"),
        ["--help" or "-h" or "-?" or "--download", ..] => throw new UsageException($"{arguments[0]} takes no other option"),
        _ => throw new UsageException($"unknown option {arguments[0]}"),
    };
}
