using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SampleApp.Serve;

/// <summary>The files of the page, which are resources of the program.</summary>
internal static class PageFiles
{
    private const string Start = "index.html";

    /// <summary>Adds an address for each file, and / for the page.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string name in typeof(PageFiles).Assembly.GetManifestResourceNames())
        {
            byte[] content = Read(name);
            string type = TypeOf(name);
            routes.MapGet(name == Start ? "/" : "/" + name, context =>
            {
                context.Response.ContentType = type;
                context.Response.ContentLength = content.Length;
                return context.Response.Body.WriteAsync(content).AsTask();
            });
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var extension => throw new InvalidOperationException($"{extension} has no content type"),
    };

    private static byte[] Read(string name)
    {
        using Stream resource = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
