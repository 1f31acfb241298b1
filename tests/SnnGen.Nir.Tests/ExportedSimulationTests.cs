using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Nir.Export;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Nir.Tests;

/// <summary>Converted ANNs, exported, in simulate.py, which knows NIR's equations and nothing of SnnGen: the same spikes and potentials.</summary>
public sealed class ExportedSimulationTests : IDisposable
{
    private const int Samples = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, WeightFormat, SpikingNeuron> Networks => new()
    {
        { "dense", WeightFormat.Int8, new IntegrateAndFire(ResetMode.Subtract) },
        { "dense", WeightFormat.Int4, new IntegrateAndFire(ResetMode.Zero) },
        { "dense", WeightFormat.Float32, new LeakyIntegrateAndFire(0.9, ResetMode.Subtract) },
        { "dense", WeightFormat.Float32, new CurrentBasedLeakyIntegrateAndFire(0.5, 0.875, ResetMode.Zero) },
        { "convolutions", WeightFormat.Int8, new IntegrateAndFire(ResetMode.Subtract) },
        { "convolutions", WeightFormat.Float32, new LeakyIntegrateAndFire(0.9, ResetMode.Zero) },
    };

    [H5pyTheory]
    [MemberData(nameof(Networks))]
    public void Compute_what_they_did(string kind, WeightFormat weights, SpikingNeuron neuron)
    {
        SpikingNetwork network = Convert(kind, weights, neuron);
        string file = _folder.PathOf("network.nir"), inputs = _folder.PathOf("inputs.npy"), outputs = _folder.PathOf("outputs.npz");
        using (FileStream stream = File.Create(file))
            NirFileWriter.Write(NirExporter.Export(network, NirNetworks.Convention("spikingjelly"), null, file), stream);
        int steps = network.TimeSteps, units = network.InputSize;
        H5py.Run("simulate.py", "inputs", inputs, "--shape", $"{Samples},{steps},{units}", "--density", "0.4");
        H5py.Run("simulate.py", "run", file, inputs, outputs, "--fire", "reached", "--reset", neuron.Reset == ResetMode.Zero ? "zero" : "subtract", "--rasters");

        byte[] spikes = NumpyFile.Bytes(inputs).Values;
        float[] potentials = NumpyFile.Floats(outputs, "output.potentials").Values;
        byte[][] hidden = [.. network.Layers.SkipLast(1).Select(layer => NumpyFile.Bytes(outputs, layer.Name + ".spikes").Values)];
        Assert.All(hidden, layer => Assert.InRange(layer.Count(spike => spike != 0), layer.Length / 100, layer.Length * 99 / 100));
        for (int sample = 0; sample < Samples; sample++)
        {
            var raster = new SpikeRaster(steps, units);
            for (int i = 0; i < steps * units; i++)
                raster[i / units, i % units] = spikes[sample * steps * units + i] != 0;
            SimulationResult result = new ReferenceSimulator(network).Run(raster);
            Assert.Equal(potentials.Skip(sample * steps * network.OutputSize).Take(steps * network.OutputSize), result.Trace.SelectMany(step => step.Potentials).Select(v => (float)v));
            for (int l = 0; l < hidden.Length; l++)
                Assert.Equal(hidden[l].Skip(sample * steps * network.Layers[l].Neurons).Take(steps * network.Layers[l].Neurons), ChannelsFirst(result.Rasters[l], network.Layers[l]));
        }
    }

    private static IEnumerable<byte> ChannelsFirst(SpikeRaster raster, SpikingLayer layer)
    {
        int channels = layer.Shape.Dimensions is { Count: 3 } shape ? shape[2] : 1, places = layer.Neurons / channels;
        for (int t = 0; t < raster.TimeSteps; t++)
            for (int k = 0; k < layer.Neurons; k++)
                yield return raster[t, (k % places * channels) + (k / places)] ? (byte)1 : (byte)0;
    }

    // From potentials of 0, as readers start.
    private static SpikingNetwork Convert(string kind, WeightFormat weights, SpikingNeuron neuron)
    {
        AnalogNetwork analog = kind == "dense" ? RandomAnn.Create(3, new Relu(), 20, 12, 8, 3) : RandomAnn.ConvolutionalChain(3, new Relu());
        var options = new ConversionOptions { TimeSteps = 16, Neuron = neuron, Weights = weights, Threads = 1 };
        SpikingNetwork network = ModelConverter.Convert(analog, RandomAnn.Inputs(analog, 60, 1), options, "random.onnx").Network;
        return network with
        {
            Input = network.Input with { Encoding = InputEncoding.Events },
            Layers = network.Layers.Select(layer => layer with
            {
                InitialPotential = layer.InitialPotential is IntegerTensor integers
                    ? new IntegerTensor(TensorShape.Of(1), integers.Bits, new EquatableArray<int>([0]))
                    : new Float32Tensor(TensorShape.Of(1), new EquatableArray<float>([0])),
            }).ToEquatableArray(),
        };
    }
}
