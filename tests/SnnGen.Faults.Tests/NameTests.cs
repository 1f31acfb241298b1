using SnnGen.Faults.Tests.Support;

namespace SnnGen.Faults.Tests;

/// <summary>Paths that a system allows and tools stumble over.</summary>
public sealed class NameTests : IDisposable
{
    private readonly ConverterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task Any_name_is_taken_as_it_is()
    {
        byte[] expected = await _folder.UndisturbedAsync();
        string[] names = [" blank  s ", "größe 模 😀", "it's \"quoted\"", "a;b%20c%3B#(d)&$e@[f]{g}*?!~`|<>^,=+", "-- --output", "back\\slash", new string('n', 200)];
        await Task.WhenAll(names.Select(async name =>
        {
            string folder = _folder.PathOf(name), model = Path.Combine(folder, "m" + name + ".onnx"), output = Path.Combine(folder, "o", name + ".snn.json");
            Directory.CreateDirectory(folder);
            File.Copy(_folder.PathOf("tiny.onnx"), model);
            (await SnnGenProcess.RunAsync(folder, "convert", model, "--output", output, "--cache", Path.Combine(folder, "c" + name), "--calibration", _folder.PathOf("calibration.npy"))).ShouldSucceed();
            Assert.Equal(Weights(expected), Weights(File.ReadAllBytes(output)));
        }));
    }

    [UnixFact]
    public async Task Paths_are_as_long_as_the_system_allows_and_beyond_that_SNN1011()
    {
        await _folder.UndisturbedAsync();
        string name = new('d', 200);
        string Deep(int levels) => _folder.PathOf(string.Join('/', Enumerable.Repeat(name, levels)) + "/net.snn.json");

        (await SnnGenProcess.RunAsync(_folder.Root, ConverterFolder.ArgumentsTo(Deep(18)))).ShouldSucceed();
        Assert.True(File.Exists(Deep(18)));
        SnnGenResult tooLong = await SnnGenProcess.RunAsync(_folder.Root, ConverterFolder.ArgumentsTo(Deep(21)));
        Assert.Contains(" : error SNN1011: ", tooLong.Error);
        Assert.Contains("shorter path", tooLong.Error);
    }

    [UnixFact]
    public async Task Links_to_folders_and_models_are_followed()
    {
        byte[] expected = await _folder.UndisturbedAsync();
        Directory.CreateDirectory(_folder.PathOf("there"));
        Directory.CreateSymbolicLink(_folder.PathOf("out2"), _folder.PathOf("there"));
        Directory.CreateSymbolicLink(_folder.PathOf("cache2"), _folder.PathOf("there"));
        File.CreateSymbolicLink(_folder.PathOf("link.onnx"), _folder.PathOf("tiny.onnx"));

        (await SnnGenProcess.RunAsync(
            _folder.Root, "convert", "link.onnx", "--output", "out2/net.snn.json", "--cache", "cache2", "--calibration", "calibration.npy")).ShouldSucceed();

        Assert.Equal(Weights(expected), Weights(File.ReadAllBytes(_folder.PathOf("there/net.snn.json"))));
    }

    // The file also names the model.
    private static string[] Weights(byte[] network) =>
        [.. System.Text.Encoding.UTF8.GetString(network).Split('\n').Where(line => line.Contains("\"data\"", StringComparison.Ordinal))];
}
