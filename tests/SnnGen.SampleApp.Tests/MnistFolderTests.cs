using SampleApp.Data;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests;

public sealed class MnistFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_plain_and_compressed_files_is_evaluated()
    {
        _folder.Write(Idx.ImagesFile, Idx.Images(20));
        _folder.Write(Idx.LabelsFile + ".gz", Idx.Compressed(Idx.Labels(20)));

        AppRun run = AppRun.Of("--mnist", _folder.Root);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([20, 20], run.Row("images"));
        Assert.Equal([0, 0], run.Row("allocated per image"));
        Assert.DoesNotContain("original network right", run.Output);
    }

    [SharedFact]
    public void The_whole_test_set_of_MNIST_is_evaluated()
    {
        AppRun run = AppRun.Of("--mnist", SharedData.Path("data", "mnist"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([10_000, 10_000], run.Row("images"));
        Assert.All(run.Row("spiking network right"), right => Assert.InRange(right, 97.5, 98.5));
    }

    [Fact]
    public void A_missing_folder_ends_with_one_line_and_code_1()
    {
        AppRun run = AppRun.Of("--mnist", Path.Combine(_folder.Root, "nowhere"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Matches(@"^error: the folder .*nowhere does not exist; --download fetches the test set of MNIST\r?\n$", run.Errors);
    }

    [Fact]
    public void A_missing_file_is_named() => AssertRefused("has neither t10k-images-idx3-ubyte nor t10k-images-idx3-ubyte.gz");

    public static TheoryData<string, byte[], byte[]> Corrupt => new()
    {
        { "t10k-images-idx3-ubyte is not an IDX file of bytes", "MNIST, allegedly"u8.ToArray(), Idx.Labels(2) },
        { "t10k-images-idx3-ubyte is not an IDX file of bytes", [], Idx.Labels(2) },
        { "t10k-images-idx3-ubyte ends within its header", Idx.Images(2)[..10], Idx.Labels(2) },
        { "t10k-images-idx3-ubyte should have 1,568 elements and has 1,567", Idx.Images(2)[..^1], Idx.Labels(2) },
        { "t10k-images-idx3-ubyte states an impossible size in its header", Idx.Of([1 << 30, 28, 28], []), Idx.Labels(2) },
        { "t10k-images-idx3-ubyte should have images of 784 pixels", Idx.Images(2, side: 8), Idx.Labels(2) },
        { "t10k-labels-idx1-ubyte should have one entry for each of the 2 images", Idx.Images(2), Idx.Labels(3) },
        { "t10k-labels-idx1-ubyte should have digits and has 10", Idx.Images(2), Idx.Of([2], [10, 1]) },
    };

    [Theory]
    [MemberData(nameof(Corrupt))]
    public void A_corrupt_file_is_refused(string problem, byte[] images, byte[] labels)
    {
        _folder.Write(Idx.ImagesFile, images);
        _folder.Write(Idx.LabelsFile, labels);

        AssertRefused(problem);
    }

    [Fact]
    public void A_file_that_only_claims_to_be_compressed_is_refused()
    {
        _folder.Write(Idx.ImagesFile + ".gz", Idx.Images(2));
        _folder.Write(Idx.LabelsFile, Idx.Labels(2));

        AssertRefused("t10k-images-idx3-ubyte.gz cannot be read");
    }

    private void AssertRefused(string problem) =>
        Assert.Contains(problem, Assert.Throws<DataException>(() => MnistTestSet.Read(_folder.Root)).Message);
}
