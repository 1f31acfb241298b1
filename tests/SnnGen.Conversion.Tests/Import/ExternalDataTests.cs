using System.Runtime.InteropServices;
using Google.Protobuf;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Weights in files beside the model: found where they are, and never read from elsewhere.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private const int Size = 4 * 3 * sizeof(float);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, null)]
    [InlineData(16, "48")]
    [InlineData(4096, "48")]
    public void At_any_offset(int offset, string? length)
    {
        ReadOnlySpan<byte> weights = MemoryMarshal.AsBytes<float>(new ModelBuilder([4]).RandomValues(4, 3));
        _folder.Write("model/weights/layer 1.bin", [.. new byte[offset], .. weights, .. new byte[8]]);
        OnnxAgreement.Verify(Write(Tensors.External([4, 3], "weights/layer 1.bin", offset == 0 ? null : $"{offset}", length)));
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("sub/../../outside.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("../model-twin/weights.bin")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("bad\0name")]
    [InlineData(null)]
    public void Outside_the_folder_of_the_model(string? location)
    {
        _folder.Write("outside.bin", new byte[Size]);
        _folder.Write("model-twin/weights.bin", new byte[Size]);
        Refuse(Tensors.External([4, 3], location), "must lie in the folder of the model");
    }

    [Fact]
    public void Behind_a_link_that_leads_outside()
    {
        string target = _folder.Write("outside.bin", new byte[Size]);
        Directory.CreateDirectory(_folder.PathOf("model"));
        File.CreateSymbolicLink(_folder.PathOf("model/weights.bin"), target);
        Refuse(Tensors.External([4, 3], "weights.bin"), "must lie in the folder of the model");
    }

    [Fact]
    public void Behind_a_linked_folder_that_leads_outside()
    {
        _folder.Write("elsewhere/weights.bin", new byte[Size]);
        Directory.CreateDirectory(_folder.PathOf("model"));
        Directory.CreateSymbolicLink(_folder.PathOf("model/sub"), _folder.PathOf("elsewhere"));
        Refuse(Tensors.External([4, 3], "sub/weights.bin"), "must lie in the folder of the model");
    }

    [Fact]
    public void In_a_file_that_is_missing() => Refuse(Tensors.External([4, 3], "absent.bin"), "absent.bin", "keep the model and its data files together");

    [Fact]
    public void In_a_folder_in_place_of_a_file()
    {
        Directory.CreateDirectory(_folder.PathOf("model/weights.bin"));
        Refuse(Tensors.External([4, 3], "weights.bin"), "cannot be read");
    }

    [Theory]
    [InlineData("4", null)]
    [InlineData("9223372036854775807", null)]
    public void Beyond_the_end_of_the_file(string offset, string? length)
    {
        _folder.Write("model/weights.bin", new byte[Size]);
        Refuse(Tensors.External([4, 3], "weights.bin", offset, length), "needs 48 bytes");
    }

    [Theory]
    [InlineData("-4", null, "offset '-4'")]
    [InlineData("0x10", null, "offset '0x10'")]
    [InlineData("99999999999999999999", null, "offset")]
    [InlineData(null, "44", "length '44'")]
    [InlineData(null, "many", "length 'many'")]
    public void At_a_place_that_makes_no_sense(string? offset, string? length, string fragment)
    {
        _folder.Write("model/weights.bin", new byte[2 * Size]);
        Refuse(Tensors.External([4, 3], "weights.bin", offset, length), fragment);
    }

    [Fact]
    public void Of_a_shape_that_the_file_cannot_hold()
    {
        _folder.Write("model/weights.bin", new byte[Size]);
        Refuse(Tensors.External([1 << 14, 1 << 13], "weights.bin"), "needs 536870912 bytes");
    }

    private void Refuse(TensorProto weights, params string[] fragments) => Refusal.OfModel(Write(weights), "SNN1002", ["'w0'", .. fragments]);

    private string Write(TensorProto weights)
    {
        var builder = new ModelBuilder([4]);
        ModelProto model = builder.Finish(builder.Node("MatMul", [builder.Input, builder.Stored(weights)]));
        return _folder.Write("model/model.onnx", model.ToByteArray());
    }
}
