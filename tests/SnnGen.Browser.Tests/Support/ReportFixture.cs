using System.Diagnostics;

namespace SnnGen.Browser.Tests.Support;

/// <summary>A report of the sample's small model on images of the sample.</summary>
public sealed class ReportFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Its address.</summary>
    public string Address => new Uri(_folder.PathOf("report.html")).AbsoluteUri;

    public async Task InitializeAsync()
    {
        string sample = Path.Combine(RepositoryFolder.Root, "sample-app");
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", typeof(SnnGen.Tool.Reporting.ReportContent).Assembly.Location, "report", Path.Combine(sample, "Models", "digits.onnx"),
            "--calibration", Path.Combine(sample, "Data", "digits-train-images-idx3-ubyte.gz"),
            "--images", Path.Combine(sample, "Data", "digits-test-images-idx3-ubyte.gz"),
            "--labels", Path.Combine(sample, "Data", "digits-test-labels-idx1-ubyte.gz"),
            "--output", _folder.PathOf("report.html"),
        ])
        {
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
