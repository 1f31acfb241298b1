using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>The words of the <c>.snn.json</c> format that reader and writer share. See docs/network-file.md.</summary>
public static class NetworkFileFormat
{
    internal const string Format = "snngen-network";

    /// <summary>Version of the format: a reader refuses every other.</summary>
    public const int Version = 3;

    internal const string Dense = "dense";
    internal const string Convolution = "convolution";
    internal const string ChannelsFirst = "first";
    internal const string ChannelsLast = "last";
    internal const string Float32 = "float32";
    internal const string FixedPoint = "fixed";
    internal const string IntegrateAndFire = "if";
    internal const string LeakyIntegrateAndFire = "lif";
    internal const string CurrentBasedLeakyIntegrateAndFire = "cuba-lif";
    internal const string Loihi = "loihi-lif";
    internal const string Heterogeneous = "heterogeneous-lif";
    internal const string LeakyIntegrator = "li";
    internal const string Integrator = "integrator";

    /// <summary>Kinds of neurons that a designer chooses among.</summary>
    public static readonly string[] SpikingNeurons = [IntegrateAndFire, LeakyIntegrateAndFire, CurrentBasedLeakyIntegrateAndFire];

    /// <summary>The kind of a neuron.</summary>
    public static string Name(NeuronModel neuron) => neuron switch
    {
        Neurons.IntegrateAndFire => IntegrateAndFire,
        Neurons.LeakyIntegrateAndFire => LeakyIntegrateAndFire,
        Neurons.CurrentBasedLeakyIntegrateAndFire => CurrentBasedLeakyIntegrateAndFire,
        LoihiNeuron => Loihi,
        HeterogeneousNeuron => Heterogeneous,
        Neurons.LeakyIntegrator => LeakyIntegrator,
        Neurons.Integrator => Integrator,
        _ => throw new NotSupportedException(neuron.ToString()),
    };

    /// <summary>The kind of a reset.</summary>
    public static string Name(ResetMode reset) => reset == ResetMode.Subtract ? "subtract" : "zero";

    /// <summary>When a neuron spikes.</summary>
    public static string Name(FiringRule rule) => rule.ToString().ToLowerInvariant();

    /// <summary>A way to overflow.</summary>
    public static string Name(PotentialOverflow overflow) => overflow.ToString().ToLowerInvariant();

    /// <summary>A form of leaks.</summary>
    public static string Name(LeakForm form) => form.ToString().ToLowerInvariant();

    internal static string Name(ChannelOrder order) => order == ChannelOrder.First ? ChannelsFirst : ChannelsLast;

    /// <summary>An encoding of the input.</summary>
    public static string Name(InputEncoding encoding) => encoding.ToString().ToLowerInvariant();

    /// <summary>How outputs decide.</summary>
    public static string Name(Readout readout) => readout.ToString().ToLowerInvariant();

    internal static string Name(ExitRule rule) => rule.ToString().ToLowerInvariant();

    internal static string Name(OutputFunction function) => function.ToString().ToLowerInvariant();
}
