using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using SampleApp.Measurement;
using SampleApp.Serve;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests.Serve;

public sealed class LiveApiTests(LiveApp app) : IClassFixture<LiveApp>, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri(app.Address) };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Networks_are_listed()
    {
        NetworkCard[] cards = (await _client.GetFromJsonAsync("api/networks", LiveJson.Default.NetworkCardArray))!;

        Assert.Equal(["MnistSnn", "MnistSnnFloat32", "DigitsSnn"], cards.Select(card => card.Name));
        Assert.All(cards, card => Assert.Equal(card.Layers[0], card.Width * card.Width));
    }

    [Fact]
    public async Task A_run_is_that_of_the_generated_class()
    {
        foreach (LiveNetwork network in LiveNetwork.LoadAll())
        {
            string address = $"api/examples?network={network.Network.Name}&seed=1";
            Example[] examples = (await _client.GetFromJsonAsync(address, LiveJson.Default.ExampleArray))!;
            Assert.Equal(Enumerable.Range(0, 10), examples.Select(example => example.Label));
            foreach (Example example in examples)
            {
                Assert.Equal(network.Images[example.Index], example.Pixels.Select(pixel => (byte)pixel).ToArray());
                var request = new RunRequest(network.Network.Name, example.Pixels);
                using HttpResponseMessage response = await _client.PostAsJsonAsync("api/run", request, LiveJson.Default.RunRequest);
                RunAnswer answer = (await response.Content.ReadFromJsonAsync(LiveJson.Default.RunAnswer))!;

                AssertIsRun(network.Network, network.Images[example.Index], answer);
            }
        }
    }

    public static TheoryData<string, string> BadRequests => new()
    {
        { "{", "the body should be JSON with network" },
        { "null", "the body should be JSON with network" },
        { """{ "network": "MnistSnn" }""", "the body should be JSON with network" },
        { """{ "network": 1, "pixels": [] }""", "the body should be JSON with network" },
        { """{ "network": "MnistSnn", "pixels": [0, "1"] }""", "pixels should be a list of whole numbers" },
        { """{ "network": "MnistSnn", "pixels": [0, 0.5] }""", "pixels should be a list of whole numbers" },
        { """{ "network": "MnistSnn", "pixels": [0, 1] }""", "MnistSnn takes 784 pixels, not 2" },
        { """{ "network": "DigitsSnn", "pixels": [PIXELS] }""".Replace("PIXELS", string.Join(',', Enumerable.Repeat(256, 64))), "pixel 0 is 256" },
        { """{ "network": "Nobody", "pixels": [] }""", "network should be one of MnistSnn, MnistSnnFloat32, DigitsSnn" },
        { $$"""{ "network": "{{new string('x', LiveServer.LargestBody)}}", "pixels": [] }""", "the body should have at most 16384 bytes" },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task A_bad_request_is_refused_in_one_sentence(string body, string problem)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.PostAsync("api/run", content);

        await AssertRefused(response, problem);
    }

    [Fact]
    public async Task What_another_sites_form_can_send_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using HttpResponseMessage response = await _client.PostAsync("api/run", content);

        await AssertRefused(response, "content type application/json");
    }

    [Theory]
    [InlineData("network=MnistSnn", "seed should be a whole number")]
    [InlineData("network=MnistSnn&seed=-1", "seed should be a whole number")]
    [InlineData("seed=1", "network should be one of")]
    public async Task A_bad_question_for_examples_is_refused(string query, string problem)
    {
        using HttpResponseMessage response = await _client.GetAsync("api/examples?" + query);

        await AssertRefused(response, problem);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("127.0.0.1.example.org:5080")]
    public async Task Another_host_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Host = host } };
        using HttpResponseMessage response = await _client.SendAsync(request);

        await AssertRefused(response, "the host of the request should be");
    }

    [Fact]
    public async Task Another_sites_script_may_not_ask_and_the_page_may_ask_nobody_else()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { { "Origin", "https://example.org" } } };
        using HttpResponseMessage response = await _client.SendAsync(request);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; ", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(new MediaTypeHeaderValue("text/html", "utf-8"), response.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("nothing.js")]
    [InlineData("api/")]
    [InlineData("%2e%2e/SampleApp.dll")]
    public async Task There_is_nothing_else(string path)
    {
        using HttpResponseMessage response = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("there is nothing at this address", (await response.Content.ReadFromJsonAsync(LiveJson.Default.Problem))!.Error);
    }

    private static void AssertIsRun(Network network, ReadOnlySpan<byte> image, RunAnswer answer)
    {
        Assert.Equal(network.Run(image), new Answer(answer.Class, answer.SynapticOperations, answer.Spikes));
        Assert.InRange(answer.Microseconds, 0.01, 100_000);
        Func<TimeStep> step = network.Begin(image);
        foreach (Frame frame in answer.Frames)
        {
            TimeStep expected = step();
            Assert.Equal(expected.Potentials, frame.Potentials);
            Assert.Equal(expected.Margin, frame.Margin);
            Assert.Equal(expected.Potentials.OrderDescending().Take(2).Aggregate((first, second) => first - second), frame.Margin, 1e-5);
            Assert.Equal(expected.Answer, new Answer(frame.Class, frame.OperationsSoFar, frame.SpikesSoFar));
            Assert.Equal(frame.Spikes, Enumerable.Range(0, network.Layers[1]).Where(i => (expected.Spikes[i / 64] >> i & 1) != 0));
        }
        Assert.Equal(network.TimeSteps, answer.Frames.Length);
        Assert.Equal(answer.Spikes, answer.Frames.Sum(frame => frame.Spikes.Length));
    }

    private static async Task AssertRefused(HttpResponseMessage response, string problem)
    {
        string error = (await response.Content.ReadFromJsonAsync(LiveJson.Default.Problem))!.Error;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(problem, error);
        Assert.DoesNotContain('\n', error);
    }
}
