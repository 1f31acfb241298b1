using System.Collections.Concurrent;
using PuppeteerSharp;

namespace SnnGen.Browser.Tests.Support;

/// <summary>A page, with what it said on the console and what it asked for.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new(), _requests = new();

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => _complaints.Enqueue($"{message.Message.Type}: {message.Message.Text}");
        page.PageError += (_, error) => _complaints.Enqueue(error.Message);
        page.Request += (_, request) => _requests.Enqueue(request.Request.Url);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Messages on its console, and errors of its scripts.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The addresses it asked for, its own included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What a script gives in the page.</summary>
    public Task<T> EvaluateAsync<T>(string script) => Page.EvaluateExpressionAsync<T>(script);

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> OverflowAsync() => EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => new(Page.CloseAsync());
}
