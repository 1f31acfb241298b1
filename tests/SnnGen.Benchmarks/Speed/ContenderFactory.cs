using SnnGen.Benchmarks.Speed.Analog;
using SnnGen.Benchmarks.Speed.Native;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Benchmarks.Speed;

/// <summary>All contenders of a network, each checked.</summary>
internal sealed class ContenderFactory : IDisposable
{
    private readonly NativeCode? _code = NativeCode.Missing is null ? new NativeCode() : null;

    /// <param name="network">The network; its block is also the batch of the contender that takes several images a call.</param>
    /// <param name="images">What they classify.</param>
    public List<Contender> Create(BenchmarkNetwork network, TestImages images)
    {
        GeneratedContender[] generated = [.. GeneratedNetworks.All(images).Where(contender => contender.Network == network.Name)];
        return [.. generated, .. Natives(network.Name, generated, images), .. Analogs(network, images)];
    }

    public void Dispose() => _code?.Dispose();

    /// <summary>The C kernels of the networks of 8 bits and 8 steps; none without a compiler.</summary>
    private IEnumerable<Contender> Natives(string network, GeneratedContender[] generated, TestImages images)
    {
        if (_code is null)
            yield break;
        foreach (GeneratedContender twin in generated.Where(contender => contender.Setting.StartsWith("int8, T = 8")))
        {
            SpikingNetwork spiking = NetworkFileReader.Read(File.ReadAllText(BenchmarkNetwork.NetworkFile(twin.ClassName)));
            NativeContender native = NativeContender.Create(_code, network, spiking, images);
            EqualityCheck.Require(spiking, twin, native, images);
            yield return native;
        }
    }

    private static IEnumerable<Contender> Analogs(BenchmarkNetwork network, TestImages images)
    {
        string name = network.Name;
        byte[] model = File.ReadAllBytes(network.ModelFile);
        AnalogNetwork analog = OnnxImporter.Import(network.ModelFile);
        yield return new OnnxContender(model, images) { Network = name, Kind = ContenderKind.OnnxFloat32, Setting = "float32" };
        yield return new OnnxContender(model, images, network.Block)
        {
            Network = name, Kind = ContenderKind.OnnxBatch, Setting = $"float32, {network.Block} at once",
        };
        if (analog.Layers.All(layer => layer.Projections.Single().Connection is AnalogDense))
            yield return new OnnxContender(IntegerModel.Build(analog), images) { Network = name, Kind = ContenderKind.OnnxInt8, Setting = "int8" };
        yield return new ManagedContender(analog, images) { Network = name, Kind = ContenderKind.Managed, Setting = "float32" };
    }
}
