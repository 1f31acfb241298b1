using SampleApp.Serve;

namespace SampleApp;

/// <summary>What the command line asks for.</summary>
/// <param name="Help">Only print <see cref="Usage"/>.</param>
/// <param name="Download">Fetch MNIST's test set first.</param>
/// <param name="Folder">Where MNIST's test set is, or shall be; null without it or where the user has no preference.</param>
/// <param name="Serve">Show the networks live in a browser instead; null without it.</param>
internal sealed record Options(bool Help = false, bool Download = false, string? Folder = null, ServeOptions? Serve = null)
{
    public const string Usage =
        """
        Runs networks that the build compiled into this program, and measures them.

        dotnet run --project sample-app -c Release [-- OPTION]

          (no option)        the digits that come with the sample
          --mnist DIR        MNIST's 10,000 test images: t10k-images-idx3-ubyte and
                             t10k-labels-idx1-ubyte in DIR, as they are or with .gz
          --download [DIR]   the same, fetched once (1.6 MB) into DIR or into your
                             local application data folder; a native program has
                             this only if published with -p:SampleHttpClient=true
          serve              a page of this machine only, http://127.0.0.1:5080/, to draw
                             digits and watch the networks decide; Ctrl+C ends it; a
                             native program has this only if published with
                             -p:SampleServe=true
            --port N         another port; 0 is any free one
            --no-browser     do not open the page, only print its address
          --help             this text

        NO_COLOR is respected; output to a file or a pipe is plain ASCII.
        Exit codes: 0 done, 1 a data file is missing, corrupt or cannot be fetched, or
        the page cannot be served, 2 the command line is wrong.

        """;

    /// <exception cref="UsageException">An option is unknown, incomplete or followed by another one.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new Options(),
        ["--help" or "-h" or "-?", ..] => new Options(Help: true),
        ["--download"] => new Options(Download: true),
        ["--download", var folder] when IsFolder(folder) => new Options(Download: true, Folder: folder),
        ["--mnist", var folder] when IsFolder(folder) => new Options(Folder: folder),
        ["serve", .. var rest] => new Options(Serve: ServeOptions.Parse(rest)),
        ["--mnist", ..] => throw new UsageException("--mnist takes one folder and no other option"),
        ["--download", ..] => throw new UsageException("--download takes at most one folder and no other option"),
        _ => throw new UsageException($"unknown option {arguments[0]}"),
    };

    private static bool IsFolder(string argument) => argument.Length > 0 && !argument.StartsWith('-');
}
