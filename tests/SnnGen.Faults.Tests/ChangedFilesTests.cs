using SnnGen.Faults.Tests.Support;

namespace SnnGen.Faults.Tests;

/// <summary>Files that change between two builds, and clocks that say they did not.</summary>
public sealed class ChangedFilesTests
{
    [Fact]
    public void A_build_goes_by_contents_whatever_the_times_are_and_repairs_a_network_that_was_edited()
    {
        using var project = new SourceProject("app", "tiny.onnx");
        project.Build();
        Assert.Equal("1", project.Run());
        byte[] network = File.ReadAllBytes(project.Network!);
        long size = new FileInfo(project.Model).Length;
        DateTime time = File.GetLastWriteTimeUtc(project.Model);

        // The clock was 2099 and was put back; the new model has the size and the time of the old one.
        SetTimes(project, 2099);
        TinyModel.Write(project.Model, gain: -1);
        File.SetLastWriteTimeUtc(project.Model, time);
        Assert.Equal(size, new FileInfo(project.Model).Length);
        project.Build("--no-restore");
        byte[] changed = File.ReadAllBytes(project.Network!);
        Assert.NotEqual(network, changed);
        Assert.Equal("0", project.Run());

        // Somebody damages the network, and everything is of 1980.
        byte[] damaged = [.. changed];
        damaged[^20] ^= 1;
        File.WriteAllBytes(project.Network!, damaged);
        SetTimes(project, 1980);
        project.Build("--no-restore");
        Assert.Equal(changed, File.ReadAllBytes(project.Network!));
        Assert.Equal("0", project.Run());
    }

    private static void SetTimes(SourceProject project, int year)
    {
        foreach (string file in project.FilesIn("", "*"))
            File.SetLastWriteTimeUtc(file, new DateTime(year, 1, 2, 0, 0, 0, DateTimeKind.Utc));
    }
}
