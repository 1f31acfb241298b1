using SnnGen.Faults.Tests.Support;

namespace SnnGen.Faults.Tests;

public sealed class ParallelConverterTests : IDisposable
{
    private readonly ConverterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Eight_processes_with_one_output_and_one_cache_are_all_right()
    {
        byte[] expected = await _folder.UndisturbedAsync();
        _folder.Forget();
        Directory.Delete(_folder.PathOf(ConverterFolder.Cache), recursive: true);

        SnnGenResult[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _folder.ConvertAsync()));

        Assert.All(results, result => result.ShouldSucceed());
        Assert.Equal(expected, File.ReadAllBytes(_folder.Network));
        Assert.Single(_folder.CacheEntries);
        Assert.Empty(_folder.Strays);
        _folder.ShouldHoldOnlyWholeFiles(expected);
    }
}
