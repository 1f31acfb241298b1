using CsCheck;
using Google.Protobuf;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Whatever happens to a file, its import gives a sound network or one clear error, soon and in little memory.</summary>
public sealed class DamagedModelTests : IDisposable
{
    private const long MostMemory = 1L << 28;

    private static readonly string[] s_ids = ["SNN1002", "SNN1003", "SNN1004", "SNN1005"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Truncated_at_every_length()
    {
        byte[] content = Model().ToByteArray();
        for (int length = 0; length < content.Length; length++)
            Refusal.OfModel(_folder.Write("model.onnx", content[..length]), "SNN1002");
    }

    [Fact]
    public void With_any_bit_flipped()
    {
        byte[] content = Model().ToByteArray();
        for (int bit = 0; bit < 8 * content.Length; bit++)
        {
            var damaged = (byte[])content.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            ImportOrRefuse(damaged);
        }
    }

    [Fact]
    public void With_any_bytes_changed_removed_or_repeated() =>
        (from network in RandomNetwork.Gen
         from changes in Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 3]).Array[1, 6]
         select (network, changes)).Sample(
            sample => ImportOrRefuse(sample.changes.Aggregate(sample.network.Build().ToByteArray(), Change)), iter: 2000, threads: 1);

    [Fact]
    public void Image_networks_with_any_bytes_changed_removed_or_repeated() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 3]).Array[1, 4]).Sample(
            (seed, changes) => ImportOrRefuse(changes.Aggregate(RandomConvolutions.Build(seed).ToByteArray(), Change)), iter: 2000, threads: 1);

    [Fact]
    public void Image_networks_with_any_number_in_an_attribute() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, int.MaxValue], Gen.Int[0, 7], Gen.OneOfConst(
            -1L, 0, 1, 2, 3, 7, 100, 30_000, 40_000, int.MaxValue, 1L << 40, long.MaxValue, long.MinValue)).Sample((seed, attribute, index, value) =>
        {
            ModelProto model = RandomConvolutions.Build(seed);
            AttributeProto[] all = [.. model.Graph.Node.SelectMany(node => node.Attribute)];
            if (all.Length == 0)
                return;
            AttributeProto changed = all[attribute % all.Length];
            changed.I = value;
            if (changed.Ints.Count > 0)
                changed.Ints[index % changed.Ints.Count] = value;
            ImportOrRefuse(model.ToByteArray());
        }, iter: 2000, threads: 1);

    [Fact]
    public void Any_operator_with_any_inputs_or_none() =>
        Gen.Select(Gen.OneOfConst([.. SupportedOperators.Table.Select(row => row.Type)]), Gen.Int[0, 9].Array[0, 4]).Sample((type, kinds) =>
        {
            var builder = new ModelBuilder([2, 2]);
            string hidden = builder.Node("Relu", [builder.Dense(builder.Node("Flatten", [builder.Input]), 4, 4)]);
            string result = builder.Node(type, [.. kinds.Select(kind => kind switch
            {
                0 => "",
                1 => builder.Input,
                2 or 3 => hidden,
                4 => builder.Scalar(2),
                5 => builder.Random(4),
                6 => builder.Random(4, 4),
                7 => builder.Integers(-1, 4),
                8 => builder.Integers(0),
                _ => builder.Integers(),
            })]);
            ImportOrRefuse(builder.Finish(builder.Dense(result, 4, 3)).ToByteArray());
            ImportOrRefuse(builder.Finish(builder.Node("Relu", [builder.Node("Add", [hidden, result])])).ToByteArray());
        }, iter: 3000, seed: "0000000000001", threads: 1);

    [Fact]
    public void Made_of_any_bytes() => Gen.Byte.Array[0, 200].Sample(ImportOrRefuse, iter: 2000, threads: 1);

    private static byte[] Change(byte[] content, (int Position, byte Value, int Kind) change)
    {
        if (content.Length == 0)
            return content;
        int at = change.Position % content.Length;
        return change.Kind switch
        {
            0 => [.. content[..at], .. content[(at + 1)..]],
            1 => [.. content[..at], change.Value, .. content[at..]],
            2 => [.. content, .. content[at..]],
            _ => [.. content[..at], change.Value, .. content[(at + 1)..]],
        };
    }

    /// <summary>A model with most kinds of fields: nodes, attributes, raw and typed tensors, external data, shapes.</summary>
    private ModelProto Model()
    {
        _folder.Write("weights.bin", new byte[6 * 3 * sizeof(float)]);
        var builder = new ModelBuilder([2, 2]);
        string extents = builder.Node("Concat", [builder.Integers(1), builder.Node("Constant", [], ("value_ints", new[] { -1L }))], ("axis", 0));
        string data = builder.Node("Reshape", [builder.Input, extents]);
        string weights = builder.Stored(Tensors.Raw(TensorProto.Types.DataType.Float, [6, 4], builder.RandomValues(6, 4)));
        data = builder.Node("Gemm", [data, weights, builder.Random(6)], ("transB", 1), ("alpha", 0.5f));
        data = builder.Node("Clip", [data, builder.Scalar(0), builder.Scalar(6)]);
        data = builder.Node("MatMul", [data, builder.Stored(Tensors.External([6, 3], "weights.bin", "0", "72"))]);
        return builder.Finish(builder.Node("Softmax", [data]));
    }

    private void ImportOrRefuse(byte[] content)
    {
        string path = _folder.Write("model.onnx", content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            AnalogNetwork network = OnnxImporter.Import(path);
            Assert.NotEmpty(network.Layers);
            Assert.Equal(network.InputShape.Size, network.InputSize);
            for (int l = 0; l < network.Layers.Length; l++)
                Assert.All(network.Layers[l].Projections, projection =>
                {
                    Assert.InRange(projection.Source, -1, l - 1);
                    int units = projection.Source < 0 ? network.InputSize : network.Layers[projection.Source].Units;
                    Assert.Equal((units, network.Layers[l].Currents), (projection.Inputs, projection.Connection.Outputs));
                });
        }
        catch (ConversionException e)
        {
            Assert.Equal(path, e.Diagnostic.File);
            Assert.Contains(e.Diagnostic.Descriptor.Id, s_ids);
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }
}
