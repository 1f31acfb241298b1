using PuppeteerSharp;

namespace SnnGen.Browser.Tests.Support;

/// <summary>One browser without a window, for all tests of a class or a collection.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Nothing that asks for anything on its own: the tests see every request.
    private static readonly string[] s_arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly TemporaryFolder _profile = new();
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = path, Headless = true, UserDataDir = _profile.Root, Args = s_arguments, Timeout = 60_000,
            });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _profile.Dispose();
    }

    /// <summary>An open page, with all that it said and asked for.</summary>
    /// <param name="address">The page's address.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="isDark">Whether the system is dark.</param>
    /// <param name="isStill">Whether the reader prefers reduced motion.</param>
    public async Task<WatchedPage> OpenAsync(string address, int width = 1280, bool isDark = false, bool isStill = false)
    {
        IPage page = await _browser!.NewPageAsync();
        var watched = new WatchedPage(page);
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900, IsMobile = width < 600, HasTouch = width < 600 });
        await page.EmulateMediaFeaturesAsync(
        [
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" },
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = isStill ? "reduce" : "no-preference" },
        ]);
        await page.GoToAsync(address, WaitUntilNavigation.Load);
        return watched;
    }
}
