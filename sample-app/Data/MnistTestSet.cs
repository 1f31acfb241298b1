namespace SampleApp.Data;

/// <summary>MNIST's 10,000 test images, from a folder of the user.</summary>
internal static class MnistTestSet
{
    public const string ImagesFile = "t10k-images-idx3-ubyte";
    public const string LabelsFile = "t10k-labels-idx1-ubyte";

    /// <exception cref="DataException">A file is missing or corrupt.</exception>
    public static ImageSet Read(string folder) =>
        ImageSet.Read("the test set of MNIST", MnistSnn.InputSize, Find(folder, ImagesFile), Find(folder, LabelsFile));

    private static string Find(string folder, string file)
    {
        string plain = Path.Combine(folder, file);
        string compressed = plain + ".gz";
        return File.Exists(plain) ? plain
            : File.Exists(compressed) ? compressed
            : throw new DataException(Directory.Exists(folder)
                ? $"{folder} has neither {file} nor {file}.gz; --download fetches them"
                : $"the folder {folder} does not exist; --download fetches the test set of MNIST");
    }
}
