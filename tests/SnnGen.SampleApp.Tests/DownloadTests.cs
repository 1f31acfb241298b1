using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using SampleApp.Data;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests;

public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] s_content = Idx.Images(10);
    private static readonly byte[] s_compressed = Idx.Compressed(s_content);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_fetched_once()
    {
        using var server = new FileServer(_ => FileServer.Found(s_compressed));

        Fetch(server.Address);
        Fetch(server.Address);

        Assert.Equal(["/images.gz"], server.Requests);
        Assert.Equal(s_compressed, File.ReadAllBytes(Path.Combine(_folder.Root, "images.gz")));
        Assert.Equal(["images.gz"], _folder.Files);
    }

    [Fact]
    public void A_damaged_file_is_fetched_again()
    {
        _folder.Write("images.gz", s_compressed[..100]);
        using var server = new FileServer(_ => FileServer.Found(s_compressed));

        Fetch(server.Address);

        Assert.Equal(s_compressed, File.ReadAllBytes(Path.Combine(_folder.Root, "images.gz")));
    }

    [Fact]
    public void Content_with_another_checksum_is_not_stored()
    {
        using var server = new FileServer(_ => FileServer.Found(Idx.Compressed(Idx.Images(9))));

        AssertFails(server.Address, "its content has another SHA-256; nothing was stored");
    }

    [Fact]
    public void A_page_instead_of_the_file_is_not_stored()
    {
        using var server = new FileServer(_ => FileServer.Found("<html>please log in</html>"u8.ToArray()));

        AssertFails(server.Address, "its content has another SHA-256; nothing was stored");
    }

    [Fact]
    public void A_file_that_the_mirror_does_not_have_is_an_error()
    {
        using var server = new FileServer(_ => FileServer.NotFound());

        AssertFails(server.Address, "404");
    }

    [Fact]
    public void A_cut_connection_leaves_nothing()
    {
        using var server = new FileServer(_ => FileServer.Found(s_compressed[..100], statedLength: s_compressed.Length));

        AssertFails(server.Address, "cannot be fetched");
    }

    [Fact]
    public void A_server_that_does_not_answer_is_given_up()
    {
        using var enough = new ManualResetEventSlim();
        using var server = new FileServer(_ =>
        {
            enough.Wait();
            return [];
        });

        AssertFails(server.Address, "cannot be fetched");
        enough.Set();
    }

    [Fact]
    public void Without_a_connection_the_error_says_what_to_do()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        AssertFails(new Uri($"http://127.0.0.1:{port}/"), "put the two t10k files into a folder yourself and pass it with --mnist");
    }

    [Fact]
    public void A_program_published_without_a_client_says_how_to_get_one()
    {
        AppContext.SetSwitch("SampleApp.HttpClient", false);
        try
        {
            AssertFails(new Uri("http://127.0.0.1/"), "-p:SampleHttpClient=true");
        }
        finally
        {
            AppContext.SetSwitch("SampleApp.HttpClient", true);
        }
    }

    private void Fetch(Uri mirror) => new MnistDownload(
        mirror, [("images", Convert.ToHexStringLower(SHA256.HashData(s_content)))], TimeSpan.FromSeconds(2)).FetchInto(_folder.Root);

    private void AssertFails(Uri mirror, string problem)
    {
        string message = Assert.Throws<DataException>(() => Fetch(mirror)).Message;

        Assert.StartsWith(mirror.ToString(), message);
        Assert.Contains(problem, message);
        Assert.DoesNotContain('\n', message);
        Assert.Empty(_folder.Files);
    }
}
