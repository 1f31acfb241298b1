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

    /// <param name="network">Its name.</param>
    /// <param name="images">What they classify.</param>
    /// <param name="batch">Images a call, for the contender that takes several.</param>
    public List<Contender> Create(string network, TestImages images, int batch)
    {
        GeneratedContender[] generated = [.. GeneratedNetworks.All(images).Where(contender => contender.Network == network)];
        return [.. generated, .. Natives(network, generated, images), .. Analogs(network, images, batch)];
    }

    public void Dispose() => _code?.Dispose();

    /// <summary>The C kernels of the networks of 8 bits and 8 steps; none without a compiler.</summary>
    private IEnumerable<Contender> Natives(string network, GeneratedContender[] generated, TestImages images)
    {
        if (_code is null)
            yield break;
        foreach (GeneratedContender twin in generated.Where(contender => contender.Setting.StartsWith("int8, T = 8")))
        {
            SpikingNetwork spiking = NetworkFileReader.Read(File.ReadAllText(BenchmarkNetworks.NetworkFile(twin.ClassName)));
            NativeContender native = NativeContender.Create(_code, network, spiking, images);
            EqualityCheck.Require(spiking, twin, native, images);
            yield return native;
        }
    }

    private static IEnumerable<Contender> Analogs(string network, TestImages images, int batch)
    {
        byte[] model = File.ReadAllBytes(BenchmarkNetworks.ModelFile(network));
        AnalogNetwork analog = OnnxImporter.Import(BenchmarkNetworks.ModelFile(network));
        yield return new OnnxContender(model, images) { Network = network, Kind = ContenderKind.OnnxFloat32, Setting = "float32" };
        yield return new OnnxContender(model, images, batch) { Network = network, Kind = ContenderKind.OnnxBatch, Setting = $"float32, {batch} at once" };
        if (analog.Layers.All(layer => layer.Projections.Single().Connection is AnalogDense))
            yield return new OnnxContender(IntegerModel.Build(analog), images) { Network = network, Kind = ContenderKind.OnnxInt8, Setting = "int8" };
        yield return new ManagedContender(analog, images) { Network = network, Kind = ContenderKind.Managed, Setting = "float32" };
    }
}
