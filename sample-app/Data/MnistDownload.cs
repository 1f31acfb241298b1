using System.Security.Cryptography;

namespace SampleApp.Data;

/// <summary>Fetches MNIST's test set from its public mirror, once.</summary>
internal static class MnistDownload
{
    private const string Mirror = "https://ossci-datasets.s3.amazonaws.com/mnist/";
    private const int LargestFile = 16 << 20;

    /// <summary>
    /// SHA-256 of the decompressed files: mirrors compress them differently, the content is always the same.
    /// </summary>
    private static readonly (string File, string Sha256)[] Files =
    [
        (MnistTestSet.ImagesFile, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        (MnistTestSet.LabelsFile, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];

    /// <summary>The folder with the files, fetched where they are not there yet.</summary>
    /// <exception cref="DataException">No connection, or the content is not MNIST's.</exception>
    public static string Fetch()
    {
        string folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "SnnGen", "mnist");
        using var client = new HttpClient
        {
            Timeout = TimeSpan.FromMinutes(2),
            MaxResponseContentBufferSize = LargestFile,
        };
        foreach ((string file, string sha256) in Files)
        {
            string path = Path.Combine(folder, file + ".gz");
            if (!File.Exists(path) || Sha256(IdxFile.ReadBytes(path)) != sha256)
                Fetch(client, file, sha256, path);
        }
        return folder;
    }

    private static void Fetch(HttpClient client, string file, string sha256, string path)
    {
        string url = $"{Mirror}{file}.gz";
        Console.Error.WriteLine($"fetching {url}");
        try
        {
            byte[] compressed = client.GetByteArrayAsync(url).GetAwaiter().GetResult();
            if (Sha256(IdxFile.Decompress(compressed)) != sha256)
                throw new DataException($"{url} is not MNIST's file: its SHA-256 differs. Nothing was stored.");
            Store(compressed, path);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            throw new DataException(
                $"{url} cannot be fetched: {e.Message} Without a connection, put the two t10k files into a folder and pass it with --mnist.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DataException($"{url} cannot be stored as {path}: {e.Message}");
        }
    }

    /// <summary>Under another name first, so that a half-written file is never taken for the whole one.</summary>
    private static void Store(byte[] content, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = path + ".part";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
