using SnnGen.Browser.Tests.Support;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.Browser.Tests.Live;

[Collection(LiveCollection.Name)]
public sealed class AppearanceTests(BrowserFixture browser, LiveApp app)
{
    [BrowserFact]
    public async Task Loads_without_an_error_or_a_request_to_another_host()
    {
        await using LivePage live = await LivePage.Open(browser, app);
        await live.DrawByMouse(Strokes.Of(4));
        await live.UntilDecided();

        Assert.Empty(live.Page.Complaints);
        Assert.True(live.Page.Requests.Count > 10);
        Assert.All(live.Page.Requests, address => Assert.StartsWith(app.Address, address));
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_stands_out_in_both_themes(bool isDark)
    {
        await using LivePage live = await LivePage.Open(browser, app, isDark: isDark);
        await live.Tab.ClickAsync("#examples button");
        await live.UntilDecided();

        double[] contrasts = await live.Page.ContrastsAsync();
        Assert.True(contrasts.Length > 60);
        Assert.InRange(contrasts.Min(), 4.5, 21); // WCAG 2.2, level AA
    }

    [BrowserFact]
    public async Task Light_and_dark_differ()
    {
        await using LivePage light = await LivePage.Open(browser, app), dark = await LivePage.Open(browser, app, isDark: true);
        const string Background = "getComputedStyle(document.body).backgroundColor";

        Assert.NotEqual(await light.Page.EvaluateAsync<string>(Background), await dark.Page.EvaluateAsync<string>(Background));
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(768)]
    public async Task A_narrow_window_does_not_scroll_sideways(int width)
    {
        await using LivePage live = await LivePage.Open(browser, app, width);
        Assert.Equal(0, await live.Page.OverflowAsync());

        await live.Tab.TapAsync("#examples button");
        await live.UntilDecided();

        Assert.Equal(0, await live.Page.OverflowAsync());
    }

    [BrowserFact]
    public async Task Nothing_moves_for_who_prefers_no_motion()
    {
        await using LivePage live = await LivePage.Open(browser, app);
        await live.Tab.EvaluateExpressionAsync(
            "globalThis.seen = []; new MutationObserver(() => seen.push(document.body.dataset.step)).observe(document.body, { attributeFilter: ['data-step'] })");
        await live.Tab.ClickAsync("#examples button");
        await live.UntilDecided();

        Assert.All(await live.Page.EvaluateAsync<string[]>("seen"), step => Assert.Equal("8", step));
        Assert.Equal("0s", await live.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#bars i')).transitionDuration"));
    }

    [BrowserFact]
    public async Task Everything_to_use_has_a_name()
    {
        await using LivePage live = await LivePage.Open(browser, app);

        string[] nameless = await live.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('button, select, canvas:not(button canvas), [role=img]')]
              .filter(e => !e.ariaLabel && !e.textContent.trim() && !e.labels?.length).map(e => e.outerHTML)
            """);
        Assert.Empty(nameless);
    }
}
