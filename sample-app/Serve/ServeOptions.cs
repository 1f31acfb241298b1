using System.Globalization;

namespace SampleApp.Serve;

/// <summary>How the live page is served.</summary>
/// <param name="Port">Port of 127.0.0.1; 0 is any free one.</param>
/// <param name="OpensBrowser">Whether the page is opened in the default browser, where there is one.</param>
internal sealed record ServeOptions(int Port = ServeOptions.DefaultPort, bool OpensBrowser = true)
{
    public const int DefaultPort = 5080;

    private const int LargestPort = 65535;

    /// <exception cref="UsageException">An option is unknown or incomplete.</exception>
    public static ServeOptions Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new ServeOptions(),
        ["--no-browser", .. var rest] => Parse(rest) with { OpensBrowser = false },
        ["--port", var port, .. var rest] => Parse(rest) with { Port = ParsePort(port) },
        ["--port"] => throw new UsageException("--port takes a number"),
        _ => throw new UsageException($"unknown option {arguments[0]} of serve"),
    };

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= LargestPort
            ? port
            : throw new UsageException($"--port takes a number from 0 to {LargestPort}, not {text}");
}
