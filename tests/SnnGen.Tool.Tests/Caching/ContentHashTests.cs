using SnnGen.Conversion.Diagnostics;
using SnnGen.Tool.Tests.Support;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Tests.Caching;

public sealed class ContentHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;
    private readonly string _data;

    public ContentHashTests()
    {
        _model = _folder.Write("mnist.onnx", "model");
        _data = _folder.Write("data.npy", "data");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Depends_on_content_options_and_version()
    {
        string other = _folder.Write("other.npy", "else");
        string[] hashes =
        [
            ContentHash.Compute(_model, [_data], "options", "1.0"),
            ContentHash.Compute(other, [_data], "options", "1.0"),
            ContentHash.Compute(_model, [other], "options", "1.0"),
            ContentHash.Compute(_model, [], "options", "1.0"),
            ContentHash.Compute(_model, [_data], "other", "1.0"),
            ContentHash.Compute(_model, [_data], "options", "1.1"),
            ContentHash.Compute(_data, [_model], "options", "1.0"),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public void Does_not_depend_on_names_and_times()
    {
        string expected = ContentHash.Compute(_model, [_data], "options", "1.0");
        string copy = _folder.Write("elsewhere/copy.onnx", "model");
        File.SetLastWriteTimeUtc(copy, DateTime.UtcNow.AddYears(-1));

        Assert.Equal(expected, ContentHash.Compute(copy, [_data], "options", "1.0"));
    }

    [Fact]
    public void Says_which_kind_of_file_cannot_be_read()
    {
        string missing = _folder.PathOf("missing");

        Assert.Equal("SNN1001", Assert.Throws<ConversionException>(() => ContentHash.Compute(missing, [], "", "")).Diagnostic.Descriptor.Id);
        Assert.Equal("SNN1006", Assert.Throws<ConversionException>(() => ContentHash.Compute(_model, [missing], "", "")).Diagnostic.Descriptor.Id);
    }
}
