using System.Security.Cryptography;

namespace SampleApp.Data;

/// <summary>Fetches files that are known by their checksums, each once.</summary>
/// <param name="mirror">Address of the folder that has them, with a slash at its end.</param>
/// <param name="files">Their names without .gz, and the SHA-256 of their content, lower-case.</param>
/// <param name="timeout">For each file.</param>
internal sealed class MnistDownload(Uri mirror, (string Name, string Sha256)[] files, TimeSpan timeout)
{
    private const int LargestFile = 16 << 20;

    /// <summary>MNIST's test set. The checksums are of the decompressed files: mirrors compress them differently.</summary>
    private static readonly MnistDownload s_testSet = new(
        new Uri("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        [
            (MnistTestSet.ImagesFile, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            (MnistTestSet.LabelsFile, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        ],
        TimeSpan.FromMinutes(1));

    /// <summary>Where the files are kept unless the user says otherwise.</summary>
    public static string DefaultFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "SnnGen", "mnist");

    /// <summary>The folder, with MNIST's test set in it.</summary>
    /// <exception cref="DataException">No connection, or the content is not MNIST's.</exception>
    public static string Fetch(string folder)
    {
        s_testSet.FetchInto(folder);
        return folder;
    }

    /// <summary>Fetches what is not whole in <paramref name="folder"/>; leaves no partial file there.</summary>
    /// <exception cref="DataException">No connection, or the content has another checksum.</exception>
    public void FetchInto(string folder)
    {
        foreach ((string name, string sha256) in files)
        {
            string path = Path.Combine(folder, name + ".gz");
            if (File.Exists(path) && IsWhole(File.ReadAllBytes(path), sha256))
                continue;
            var source = new Uri(mirror, name + ".gz");
            Console.Error.WriteLine($"fetching {source}");
            byte[] compressed = Get(source);
            if (!IsWhole(compressed, sha256))
                throw new DataException($"{source} is not MNIST's file: its content has another SHA-256; nothing was stored");
            Store(compressed, path);
        }
    }

    private byte[] Get(Uri source)
    {
        try
        {
            return WebFile.Get(source, timeout, LargestFile);
        }
        catch (IOException e)
        {
            throw new DataException(
                $"{source} cannot be fetched: {e.Message.TrimEnd('.')}; put the two t10k files into a folder yourself and pass it with --mnist");
        }
    }

    private static bool IsWhole(byte[] compressed, string sha256)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(IdxFile.Decompress(compressed))) == sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Under another name first, so that a half-written file is never taken for the whole one.</summary>
    private static void Store(byte[] content, string path)
    {
        string temporary = $"{path}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                File.WriteAllBytes(temporary, content);
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be written: {e.Message}");
        }
    }
}
