using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SampleApp.Serve;

/// <summary>What the page asks: which networks there are, images to try, and what a network makes of an image.</summary>
internal sealed class LiveApi
{
    private readonly LiveNetwork[] _networks;

    private LiveApi(LiveNetwork[] networks) => _networks = networks;

    /// <summary>Adds the addresses.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="networks">The networks to choose from.</param>
    public static void Map(IEndpointRouteBuilder routes, LiveNetwork[] networks)
    {
        var api = new LiveApi(networks);
        routes.MapGet("/api/networks", api.Networks);
        routes.MapGet("/api/examples", context => Answer(context, api.Examples));
        routes.MapPost("/api/run", context => Answer(context, api.Run));
    }

    private static async Task Answer(HttpContext context, Func<HttpContext, Task> handler)
    {
        try
        {
            await handler(context);
        }
        catch (BadRequestException e)
        {
            await Reply.Problem(context, StatusCodes.Status400BadRequest, e.Message);
        }
    }

    private Task Networks(HttpContext context) =>
        Reply.Json(context, [.. _networks.Select(network => network.Card)], LiveJson.Default.NetworkCardArray);

    private Task Examples(HttpContext context)
    {
        LiveNetwork network = Find(context.Request.Query["network"].ToString());
        if (!int.TryParse(context.Request.Query["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out int seed))
            throw new BadRequestException("seed should be a whole number from 0 to 2147483647");
        return Reply.Json(context, network.Examples(seed), LiveJson.Default.ExampleArray);
    }

    private async Task Run(HttpContext context)
    {
        RunRequest request = await Read(context.Request);
        LiveNetwork network = Find(request.Network);
        RunAnswer answer = RunAnswer.Of(network.Network, network.ImageOf(request.Pixels));
        await Reply.Json(context, answer, LiveJson.Default.RunAnswer);
    }

    /// <summary>JSON only, which a form of another site cannot send.</summary>
    private static async Task<RunRequest> Read(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new BadRequestException("the request should have the content type application/json");
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, LiveJson.Default.RunRequest, request.HttpContext.RequestAborted)
                ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new BadRequestException(e.Path?.StartsWith("$.pixels", StringComparison.Ordinal) == true
                ? "pixels should be a list of whole numbers from 0 to 255"
                : "the body should be JSON with network, a name, and pixels, a list of whole numbers from 0 to 255");
        }
        catch (BadHttpRequestException)
        {
            throw new BadRequestException($"the body should have at most {LiveServer.LargestBody} bytes");
        }
    }

    private LiveNetwork Find(string name) =>
        Array.Find(_networks, network => network.Network.Name == name)
        ?? throw new BadRequestException($"network should be one of {string.Join(", ", _networks.Select(network => network.Network.Name))}");
}
