using PuppeteerSharp.Input;
using SnnGen.Browser.Tests.Support;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.Browser.Tests.Live;

/// <summary>What a person draws is what the network is asked about, and what is shown is its answer.</summary>
[Collection(LiveCollection.Name)]
public sealed class DrawingTests(BrowserFixture browser, LiveApp app)
{
    [BrowserFact]
    public async Task A_digit_drawn_by_mouse_is_decided_step_after_step()
    {
        await using LivePage live = await LivePage.Open(browser, app, isStill: false);
        await live.DrawByMouse(Strokes.Of(3));
        await live.UntilDecided();
        await RecordSteps(live);
        await live.Tab.ClickAsync("#play");
        await live.Page.UntilAsync("recorded.length === 8");

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], await live.Page.EvaluateAsync<string[]>("recorded"));
        await live.UntilDecided();
        Assert.Equal(3, await live.AssertShowsTheNetworksAnswer());
        Assert.Matches("^It is a 3. The decision stands ", await live.Page.TextAsync("#spoken"));
        Assert.Empty(live.Page.Complaints);
    }

    [BrowserTheory]
    [InlineData("MnistSnn")]
    [InlineData("MnistSnnFloat32")]
    public async Task Every_digit_drawn_is_seen(string network)
    {
        await using LivePage live = await LivePage.Open(browser, app);
        await live.UseNetwork(network);
        for (int digit = 0; digit < 10; digit++)
        {
            await live.Tab.ClickAsync("#clear");
            await live.DrawByMouse(Strokes.Of(digit));
            await live.UntilDecided();

            Assert.Equal(network, live.LastRequest().Network);
            Assert.Equal(digit, await live.AssertShowsTheNetworksAnswer());
        }
    }

    [BrowserFact]
    public async Task The_image_has_the_size_and_centre_of_MNIST()
    {
        await using LivePage live = await LivePage.Open(browser, app);
        await live.DrawByMouse([[(10, 10), (20, 10), (20, 30)]]);
        await live.UntilDecided();

        int[] pixels = live.LastRequest().Pixels;
        (int Value, int X, int Y)[] ink = [.. pixels.Select((value, i) => (value, i % 28, i / 28)).Where(pixel => pixel.value > 0)];
        Assert.InRange(ink.Max(pixel => pixel.Y) - ink.Min(pixel => pixel.Y) + 1, 20, 21);
        // Within the distance of the samples.
        Assert.Equal(14, ink.Sum(pixel => pixel.Value * (pixel.X + 0.5)) / ink.Sum(pixel => pixel.Value), 0.25);
        Assert.Equal(14, ink.Sum(pixel => pixel.Value * (pixel.Y + 0.5)) / ink.Sum(pixel => pixel.Value), 0.25);
    }

    [BrowserFact]
    public async Task A_finger_draws_without_scrolling()
    {
        await using LivePage live = await LivePage.Open(browser, app, width: 360);
        (int X, int Y)[] stroke = Strokes.Of(7)[0];
        (decimal x, decimal y) = await live.Place(stroke[0]);
        await live.Tab.Touchscreen.TouchStartAsync(x, y);
        foreach ((int X, int Y) point in stroke[1..])
        {
            (x, y) = await live.Place(point);
            await live.Tab.Touchscreen.TouchMoveAsync(x, y);
        }
        await live.Tab.Touchscreen.TouchEndAsync();
        await live.UntilDecided();

        Assert.Equal(7, await live.AssertShowsTheNetworksAnswer());
        Assert.Equal(0, await live.Page.EvaluateAsync<int>("scrollY"));
    }

    [BrowserFact]
    public async Task The_keyboard_draws_chooses_steps_and_clears()
    {
        await using LivePage live = await LivePage.Open(browser, app);
        await live.Tab.Keyboard.PressAsync(Key.Tab);
        await live.Tab.Keyboard.PressAsync(" ");
        for (int i = 0; i < 14; i++)
            await live.Tab.Keyboard.PressAsync(Key.ArrowDown);
        await live.Tab.Keyboard.PressAsync(" ");
        await live.UntilDecided();
        Assert.Equal(1, await live.AssertShowsTheNetworksAnswer());

        await live.Tab.FocusAsync("#steps li:nth-child(3) button");
        await live.Tab.Keyboard.PressAsync(Key.Enter);
        Assert.StartsWith("Step 3: 1 leads by ", await live.Page.TextAsync("#sentence"));

        await live.Tab.FocusAsync("#pad");
        await live.Tab.Keyboard.PressAsync(Key.Delete);
        Assert.Equal("Nothing drawn yet.", await live.Page.TextAsync("#sentence"));
        Assert.Empty(live.Page.Complaints);
    }

    [BrowserFact]
    public async Task Clearing_forgets_an_answer_that_is_still_under_way()
    {
        await using LivePage live = await LivePage.Open(browser, app, isStill: false);
        await live.DrawByMouse(Strokes.Of(3));
        await live.Tab.ClickAsync("#clear");
        await live.UntilIdle();

        Assert.Equal("Nothing drawn yet.", await live.Page.TextAsync("#sentence"));
        Assert.Equal("–", await live.Page.TextAsync("#digit"));
    }

    [BrowserFact]
    public async Task A_program_that_has_ended_is_missed()
    {
        using var ending = new LiveApp();
        await using LivePage live = await LivePage.Open(browser, ending);
        ending.Dispose();
        await live.DrawByMouse(Strokes.Of(1));

        await live.Page.UntilAsync("!document.getElementById('trouble').hidden");
        Assert.StartsWith("the program that serves this page does not answer", await live.Page.TextAsync("#trouble"));
    }

    private static Task RecordSteps(LivePage live) => live.Tab.EvaluateExpressionAsync(
        """
        globalThis.recorded = [];
        new MutationObserver(() => {
          if (document.body.dataset.step !== recorded.at(-1)) recorded.push(document.body.dataset.step);
        }).observe(document.body, { attributeFilter: ['data-step'] });
        """);
}
