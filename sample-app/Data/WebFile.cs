using System.Diagnostics.CodeAnalysis;

namespace SampleApp.Data;

/// <summary>
/// Fetches a file over HTTP. The runtime's client is more than half of a small native program, and only an option needs
/// it: publishing leaves it out unless -p:SampleHttpClient=true asks for it.
/// </summary>
internal static class WebFile
{
    private const string Switch = "SampleApp.HttpClient";

    /// <summary>The project file sets it where it publishes; the trimmer then removes what it forbids.</summary>
    [FeatureSwitchDefinition(Switch)]
    private static bool HasClient => !AppContext.TryGetSwitch(Switch, out bool isOn) || isOn;

    /// <exception cref="IOException">It cannot be fetched within <paramref name="timeout"/>, or is larger than <paramref name="limit"/>.</exception>
    public static byte[] Get(Uri source, TimeSpan timeout, int limit) => HasClient
        ? GetByClient(source, timeout, limit)
        : throw new IOException("this program was published without an HTTP client, for which -p:SampleHttpClient=true asks");

    private static byte[] GetByClient(Uri source, TimeSpan timeout, int limit)
    {
        try
        {
            using var client = new HttpClient { Timeout = timeout, MaxResponseContentBufferSize = limit };
            return client.GetByteArrayAsync(source).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            throw new IOException(e.Message, e);
        }
    }
}
