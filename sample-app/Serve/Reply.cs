using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SampleApp.Serve;

/// <summary>Answers in JSON.</summary>
internal static class Reply
{
    /// <param name="context">The request.</param>
    /// <param name="value">What to answer.</param>
    /// <param name="type">How it is written, known at compile time.</param>
    public static Task Json<T>(HttpContext context, T value, JsonTypeInfo<T> type) => context.Response.WriteAsJsonAsync(value, type);

    /// <param name="context">The request.</param>
    /// <param name="status">Its status code.</param>
    /// <param name="sentence">What is wrong with it.</param>
    public static Task Problem(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return Json(context, new Problem(sentence), LiveJson.Default.Problem);
    }

    public static Task NotFound(HttpContext context) =>
        Problem(context, StatusCodes.Status404NotFound, "there is nothing at this address");
}
