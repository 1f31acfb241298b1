using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SnnGen.SampleApp.Tests.Support;

/// <summary>A web server on this machine that sends what a test prescribes, byte for byte, and hangs up.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]> _respond;
    private readonly Task _loop;

    /// <param name="respond">The whole response to a path.</param>
    public FileServer(Func<string, byte[]> respond)
    {
        _respond = respond;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _loop = Task.Run(Serve);
    }

    public Uri Address { get; }

    public List<string> Requests { get; } = [];

    public static byte[] Found(byte[] content, int? statedLength = null) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {statedLength ?? content.Length}\r\nConnection: close\r\n\r\n"), .. content];

    public static byte[] NotFound() => Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public void Dispose()
    {
        _listener.Stop();
        _loop.Wait();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                using NetworkStream stream = client.GetStream();
                string path = await ReadPath(stream);
                Requests.Add(path);
                await stream.WriteAsync(_respond(path));
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // Stopped, or the app hung up first.
        }
    }

    private static async Task<string> ReadPath(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        string first = (await reader.ReadLineAsync())!;
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
        {
        }
        return first.Split(' ')[1];
    }
}
