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
        page.Request += (_, request) =>
        {
            if (request.Request.PostData is string body)
                LastPost = body;
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Messages on its console, and errors of its scripts.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The addresses it asked for, its own included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The body of the last request that had one, or null.</summary>
    public string? LastPost { get; private set; }

    /// <summary>What a script gives in the page.</summary>
    public Task<T> EvaluateAsync<T>(string script) => Page.EvaluateExpressionAsync<T>(script);

    /// <summary>The text of an element.</summary>
    /// <param name="selector">Finds it; the first one counts.</param>
    public async Task<string> TextAsync(string selector) => (await TextsAsync(selector))[0];

    /// <summary>The texts of all elements that a selector finds.</summary>
    public Task<string[]> TextsAsync(string selector) =>
        EvaluateAsync<string[]>($"[...document.querySelectorAll('{selector}')].map(element => element.textContent)");

    /// <summary>Waits until a script gives true.</summary>
    public Task UntilAsync(string script) => Page.WaitForExpressionAsync(script, new WaitForFunctionOptions { Timeout = 10_000 });

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> OverflowAsync() => EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Of each element with text of its own: its contrast to the nearest opaque background, 1 to 21.</summary>
    public Task<double[]> ContrastsAsync() => EvaluateAsync<double[]>(ContrastScript);

    public ValueTask DisposeAsync() => new(Page.CloseAsync());

    // The ratio of luminances, as WCAG 2.2 defines it.
    private const string ContrastScript =
        """
        (() => {
          const parse = text => (text.match(/[\d.]+/g) || []).map(Number);
          const luminance = rgb => rgb.slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const color = parse(getComputedStyle(e).backgroundColor);
              if (color.length === 3 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          return [...document.querySelectorAll('body *')]
            .filter(e => e.tagName !== 'title' && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.getBoundingClientRect().width)
            .filter(e => !e.classList.contains('cell-text'))
            .map(e => {
              const style = getComputedStyle(e), a = luminance(parse(e.ownerSVGElement ? style.fill : style.color)), b = luminance(behind(e));
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            });
        })()
        """;
}
