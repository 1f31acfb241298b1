using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>The words of the <c>.snn.json</c> format that reader and writer share. See docs/network-file.md.</summary>
internal static class NetworkFileFormat
{
    public const string Format = "snngen-network";
    public const int Version = 1;

    public const string Dense = "dense";
    public const string Convolution = "convolution";
    public const string ChannelsFirst = "first";
    public const string ChannelsLast = "last";
    public const string Float32 = "float32";
    public const string FixedPoint = "fixed";
    public const string IntegrateAndFire = "if";
    public const string LeakyIntegrateAndFire = "lif";
    public const string CurrentBasedLeakyIntegrateAndFire = "cuba-lif";
    public const string Integrator = "integrator";

    public static string Name(NeuronModel neuron) => neuron switch
    {
        Neurons.IntegrateAndFire => IntegrateAndFire,
        Neurons.LeakyIntegrateAndFire => LeakyIntegrateAndFire,
        Neurons.CurrentBasedLeakyIntegrateAndFire => CurrentBasedLeakyIntegrateAndFire,
        Neurons.Integrator => Integrator,
        _ => throw new NotSupportedException(neuron.ToString()),
    };

    public static string Name(ResetMode reset) => reset == ResetMode.Subtract ? "subtract" : "zero";

    public static string Name(ChannelOrder order) => order == ChannelOrder.First ? ChannelsFirst : ChannelsLast;

    public static string Name(InputEncoding encoding) => encoding.ToString().ToLowerInvariant();

    public static string Name(OutputFunction function) => function.ToString().ToLowerInvariant();
}
