using Google.Protobuf;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.HostileInput.Tests;

/// <summary>Tensors that are said to lie where they must not be looked for.</summary>
public sealed class ExternalDataAttackTests : IDisposable
{
    private const int Size = 48;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../../../../../../../../etc/passwd")]
    [InlineData("../secret.bin")]
    [InlineData("sub/../../secret.bin")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("weights.bin/")]
    public void Outside_of_the_folder(string location)
    {
        _folder.Write("secret.bin", new byte[Size]);
        Refused(location, null, null);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(5000)]
    [InlineData(200_000)]
    public void At_a_path_longer_than_any(int length)
    {
        Refused(new string('a', length), null, null);
        Refused(string.Concat(Enumerable.Repeat("a/", length / 2)), null, null);
    }

    [Fact]
    public void Behind_a_link()
    {
        string secret = _folder.Write("secret.bin", new byte[Size]);
        _folder.Write("model/a", []);
        File.CreateSymbolicLink(_folder.PathOf("model/link.bin"), secret);
        File.CreateSymbolicLink(_folder.PathOf("model/second.bin"), "link.bin");
        Directory.CreateSymbolicLink(_folder.PathOf("model/up"), "..");
        File.CreateSymbolicLink(_folder.PathOf("model/loop"), "loop");
        foreach (string location in new[] { "link.bin", "second.bin", "up/secret.bin", "up/model/link.bin", "loop", "loop/x" })
            Refused(location, null, null);
    }

    [Theory]
    [InlineData("-1", null)]
    [InlineData("1", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("-9223372036854775808", null)]
    [InlineData("0", "-48")]
    [InlineData("0", "9223372036854775807")]
    [InlineData("0", "0")]
    [InlineData("4294967248", "48")]
    public void Beyond_the_file(string offset, string? length)
    {
        _folder.Write("model/weights.bin", new byte[Size]);
        Refused("weights.bin", offset, length);
    }

    [Fact]
    public void In_a_folder_pipe_or_device()
    {
        Directory.CreateDirectory(_folder.PathOf("model/weights.bin"));
        Refused("weights.bin", null, null);
        Directory.Delete(_folder.PathOf("model/weights.bin"));
        Assert.All(SpecialFiles.At(_folder.Write("model/weights.bin", [])), _ => Refused("weights.bin", null, null));
    }

    [Fact]
    public void A_model_that_is_a_pipe_or_device() => Assert.All(
        SpecialFiles.At(_folder.Write("model.onnx", [])), path => Hostile.Refused(() => OnnxImporter.Import(path), path, "SNN1002"));

    [Fact]
    public void One_file_that_two_thousand_tensors_share()
    {
        const int Numbers = 1 << 16;
        _folder.Write("model/weights.bin", new byte[4 * Numbers]);
        var b = new ModelBuilder([4]);
        string[] shares = [.. Enumerable.Range(0, 2000).Select(_ => b.Stored(Tensors.External([Numbers], "weights.bin")))];
        string path = _folder.Write("model/model.onnx", b.Finish(b.Node("Sum", [b.Input, .. shares])).ToByteArray());
        Hostile.Refused(() => OnnxImporter.Import(path), path, "SNN1003", "more numbers than its size explains");
    }

    private void Refused(string location, string? offset, string? length)
    {
        var b = new ModelBuilder([4]);
        string output = b.Node("MatMul", [b.Input, b.Stored(Tensors.External([4, 3], location, offset, length))]);
        string path = _folder.Write("model/model.onnx", b.Finish(output).ToByteArray());
        Hostile.Refused(() => OnnxImporter.Import(path), path, "SNN1002", "'w0'");
    }
}
