using SampleApp.Measurement;
using SampleApp.Serve;
using SnnGen.Browser.Tests.Support;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.Browser.Tests.Live;

[Collection(LiveCollection.Name)]
public sealed class ExampleTests(BrowserFixture browser, LiveApp app)
{
    private const string Buttons = "#examples button";

    [BrowserTheory]
    [InlineData("MnistSnn")]
    [InlineData("MnistSnnFloat32")]
    [InlineData("DigitsSnn")]
    public async Task Each_image_is_shown_with_its_networks_answer(string name)
    {
        LiveNetwork network = LiveNetwork.LoadAll().Single(each => each.Network.Name == name);
        await using LivePage live = await LivePage.Open(browser, app);
        await live.UseNetwork(name);
        await live.UntilIdle();
        int[] indices = await live.Page.EvaluateAsync<int[]>($"[...document.querySelectorAll('{Buttons}')].map(b => Number(b.dataset.index))");

        Assert.Equal(Enumerable.Range(0, 10), indices.Select(index => (int)network.Images.Labels[index]));
        for (int digit = 0; digit < 10; digit++)
        {
            Answer expected = network.Network.Run(network.Images[indices[digit]]);
            await live.Tab.ClickAsync($"{Buttons}:nth-child({digit + 1})");
            await live.UntilDecided();

            Assert.Equal(expected.Class, await live.AssertShowsTheNetworksAnswer());
            Assert.Contains(
                expected.Class == digit ? $"It is a {digit}, which is right." : $"which is wrong: it is a {digit}.",
                await live.Page.TextAsync("#sentence"));
            Assert.Equal($"{digit}", await live.Page.EvaluateAsync<string>($"document.querySelector('{Buttons}[aria-pressed=true]').ariaLabel.at(-1)"));
        }
        Assert.Empty(live.Page.Complaints);
    }

    [BrowserFact]
    public async Task Others_are_drawn_by_lot()
    {
        await using LivePage live = await LivePage.Open(browser, app);
        const string Indices = "[...document.querySelectorAll('#examples button')].map(b => b.dataset.index).join()";
        string before = await live.Page.EvaluateAsync<string>(Indices);
        await live.Tab.ClickAsync("#others");

        await live.Page.UntilAsync($"{Indices} !== '{before}'");
    }

    [BrowserFact]
    public async Task An_image_stays_when_a_network_of_its_size_is_chosen_and_goes_with_another_size()
    {
        await using LivePage live = await LivePage.Open(browser, app);
        await live.Tab.ClickAsync($"{Buttons}:nth-child(6)");
        await live.UntilDecided();
        int[] pixels = live.LastRequest().Pixels;

        await live.UseNetwork("MnistSnnFloat32");
        await live.UntilDecided();
        await live.AssertShowsTheNetworksAnswer();
        Assert.Equal("MnistSnnFloat32", live.LastRequest().Network);
        Assert.Equal(pixels, live.LastRequest().Pixels);

        await live.UseNetwork("DigitsSnn");
        await live.Page.UntilAsync("document.getElementById('sentence').textContent === 'Nothing drawn yet.'");
    }
}
