namespace SnnGen.Browser.Tests.Support;

/// <summary>The browser that is installed on this machine; none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] s_places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    /// <summary>Its path, or null.</summary>
    public static string? Path { get; } = s_places.Prepend(Environment.GetEnvironmentVariable("CHROME")).FirstOrDefault(File.Exists);

    /// <summary>Why tests that need it are skipped; null where they run.</summary>
    public static string? SkipReason { get; } = Path is null ? "needs Chromium or Chrome: install one (Debian: apt-get install chromium), or name it in the environment variable CHROME" : null;
}
