using SnnGen.Browser.Tests.Support;

namespace SnnGen.Browser.Tests;

/// <summary>The report as people see it, in a real browser.</summary>
public sealed class ReportPageTests(BrowserFixture browser, ReportFixture report) : IClassFixture<BrowserFixture>, IClassFixture<ReportFixture>
{
    [BrowserTheory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(320, true)]
    public async Task Fits_the_window_and_asks_for_nothing_else(int width, bool isDark)
    {
        await using WatchedPage page = await browser.OpenAsync(report.Address, width, isDark);
        Assert.Empty(page.Complaints);
        Assert.Equal([report.Address], page.Requests);
        Assert.Equal(0, await page.OverflowAsync());
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_stands_out_from_what_is_behind_it(bool isDark)
    {
        await using WatchedPage page = await browser.OpenAsync(report.Address, isDark: isDark);
        double[] contrasts = await page.ContrastsAsync();
        Assert.True(contrasts.Length > 100);
        Assert.InRange(contrasts.Min(), 4.5, 21); // WCAG 2.2, level AA
    }

    [BrowserFact]
    public async Task Light_and_dark_differ()
    {
        await using WatchedPage light = await browser.OpenAsync(report.Address), dark = await browser.OpenAsync(report.Address, isDark: true);
        const string Background = "getComputedStyle(document.body).backgroundColor";
        Assert.NotEqual(await light.EvaluateAsync<string>(Background), await dark.EvaluateAsync<string>(Background));
    }

    [BrowserFact]
    public async Task Every_drawing_has_an_extent_and_lies_inside_its_card()
    {
        await using WatchedPage page = await browser.OpenAsync(report.Address);
        string[] bad = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('svg')].filter(svg => {
              const box = svg.getBoundingClientRect(), card = svg.closest('.card').getBoundingClientRect();
              return box.width < 40 || box.height < 20 || box.left < card.left || box.right > card.right + 0.5;
            }).map(svg => svg.getAttribute('aria-label'))
            """);
        Assert.Empty(bad);
    }

    [BrowserFact]
    public async Task Marks_of_axes_are_not_cut_off()
    {
        await using WatchedPage page = await browser.OpenAsync(report.Address);
        string[] cut = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('svg text')].filter(text => {
              const box = text.getBoundingClientRect(), svg = text.ownerSVGElement.getBoundingClientRect();
              return box.left < svg.left - 1 || box.right > svg.right + 1 || box.top < svg.top - 1 || box.bottom > svg.bottom + 1;
            }).map(text => text.textContent)
            """);
        Assert.Empty(cut);
    }

    [BrowserFact]
    public async Task Links_lead_to_sections()
    {
        await using WatchedPage page = await browser.OpenAsync(report.Address);
        int sections = await page.EvaluateAsync<int>("document.querySelectorAll('section').length");
        Assert.InRange(sections, 9, 13);
        Assert.Equal(sections, await page.EvaluateAsync<int>("[...document.querySelectorAll('nav a')].filter(a => document.querySelector(a.getAttribute('href'))).length"));
        await page.Page.ClickAsync("nav a[href='#energy']");
        Assert.Equal("#energy", await page.EvaluateAsync<string>("location.hash"));
    }
}
