using Microsoft.AspNetCore.Http;

namespace SampleApp.Serve;

/// <summary>
/// What every request passes. The server listens to this machine only, but a page of another site can send its reader's
/// browser here: by a name of its own that leads to 127.0.0.1, which the check of the host stops.
/// </summary>
internal static class LoopbackGuard
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return context.Request.Host.Host is "127.0.0.1" or "localhost"
            ? next(context)
            : Reply.Problem(context, StatusCodes.Status400BadRequest, "the host of the request should be 127.0.0.1 or localhost");
    }
}
