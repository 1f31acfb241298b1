using System.Text.Json;
using PuppeteerSharp;
using SampleApp.Measurement;
using SampleApp.Serve;
using SnnGen.Browser.Tests.Support;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.Browser.Tests.Live;

/// <summary>The live page of the sample, as its tests use it.</summary>
internal sealed class LivePage(WatchedPage page) : IAsyncDisposable
{
    private const string Pad = "#pad", Idle = "document.body.dataset.busy === '0'";

    public WatchedPage Page { get; } = page;

    public IPage Tab => Page.Page;

    /// <param name="browser">Where to open it.</param>
    /// <param name="app">Serves it.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="isDark">Whether the system is dark.</param>
    /// <param name="isStill">Whether the reader prefers reduced motion, so that a decision is there at once.</param>
    public static async Task<LivePage> Open(BrowserFixture browser, LiveApp app, int width = 1280, bool isDark = false, bool isStill = true)
    {
        WatchedPage page = await browser.OpenAsync(app.Address, width, isDark, isStill);
        await page.UntilAsync("document.body.dataset.ready === 'true'");
        return new LivePage(page);
    }

    /// <summary>A place of the drawing area, in pixels of the window.</summary>
    /// <param name="point">In percent of its sides.</param>
    public async Task<(decimal X, decimal Y)> Place((int X, int Y) point)
    {
        BoundingBox box = await (await Tab.QuerySelectorAsync(Pad)).BoundingBoxAsync();
        return (box.X + box.Width * point.X / 100, box.Y + box.Height * point.Y / 100);
    }

    public async Task DrawByMouse((int X, int Y)[][] strokes)
    {
        foreach ((int X, int Y)[] stroke in strokes)
        {
            (decimal x, decimal y) = await Place(stroke[0]);
            await Tab.Mouse.MoveAsync(x, y);
            await Tab.Mouse.DownAsync();
            foreach ((int X, int Y) point in stroke[1..])
            {
                (x, y) = await Place(point);
                await Tab.Mouse.MoveAsync(x, y);
            }
            await Tab.Mouse.UpAsync();
        }
    }

    /// <summary>Waits until nothing is under way, and the last step of the newest answer stands.</summary>
    public Task UntilDecided() => Page.UntilAsync($"{Idle} && document.body.dataset.step === '8' && document.body.dataset.playing === 'false'");

    /// <summary>Waits until nothing is under way.</summary>
    public Task UntilIdle() => Page.UntilAsync(Idle);

    public Task UseNetwork(string name) => Tab.SelectAsync("#network", name);

    /// <summary>What the page asked for last.</summary>
    public RunRequest LastRequest() => JsonSerializer.Deserialize(Page.LastPost!, LiveJson.Default.RunRequest)!;

    /// <summary>Asserts that the last step on show is that of the generated class for the image that the page sent.</summary>
    public async Task<int> AssertShowsTheNetworksAnswer()
    {
        RunRequest request = LastRequest();
        Network network = Networks.All.Single(network => network.Name == request.Network);
        RunAnswer expected = RunAnswer.Of(network, [.. request.Pixels.Select(pixel => (byte)pixel)]);
        global::SampleApp.Serve.Frame last = expected.Frames[^1];

        Assert.Equal(network.Run([.. request.Pixels.Select(pixel => (byte)pixel)]), new Answer(expected.Class, expected.SynapticOperations, expected.Spikes));
        Assert.Equal($"{expected.Class}", await Page.TextAsync("#digit"));
        Assert.Equal($"{expected.SynapticOperations:N0}", await Page.TextAsync("#operations"));
        Assert.Equal($"{expected.Spikes:N0}", await Page.TextAsync("#spikes"));
        Assert.Equal(last.Potentials.Select(potential => $"{Math.Round(potential, 2, MidpointRounding.AwayFromZero):#,0.##}"), await Page.TextsAsync("#bars li > :last-child"));
        Assert.Equal(expected.Frames.Select(frame => $"{frame.Class}"), await Page.TextsAsync("#steps b"));
        Assert.StartsWith($"{last.Spikes.Length} of {network.Layers[1]} neurons", await Page.TextAsync("#raster-count"));
        return expected.Class;
    }

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
