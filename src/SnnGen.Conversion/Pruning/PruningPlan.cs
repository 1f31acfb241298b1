using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Pruning;

/// <summary>How many channels (neurons of a fully connected layer) each hidden layer keeps.</summary>
internal sealed class PruningPlan
{
    private readonly Dictionary<int, int> _kept = [];

    private PruningPlan()
    {
    }

    /// <summary>The plan that the designer's choices ask for.</summary>
    /// <exception cref="ConversionException">SNN1008: sizes that do not fit the network, or a layer that cannot be pruned.</exception>
    public static PruningPlan Of(AnalogNetwork network, ConversionOptions options, string modelFile)
    {
        var plan = new PruningPlan();
        int hidden = network.Layers.Length - 1;
        if (!options.LayerSizes.IsEmpty && options.LayerSizes.Length != hidden)
            throw Invalid(modelFile, $"{options.LayerSizes.Length} layer sizes are given, but the network has {hidden} hidden layers");
        for (int l = 0; l < hidden; l++)
        {
            AnalogLayer layer = network.Layers[l];
            int kept = options.LayerSizes.IsEmpty ? Math.Max(1, (int)Math.Round(options.Keep * layer.Channels)) : options.LayerSizes[l];
            if (kept < 1 || kept > layer.Channels)
                throw Invalid(modelFile, $"layer '{layer.Name}' has {layer.Channels} channels and cannot keep {kept}");
            if (kept == layer.Channels)
                continue;
            if (Consumer(network, l) is { } consumer && IsFullyConnected(layer))
                plan._kept.Add(consumer, kept);
            else if (!options.LayerSizes.IsEmpty)
                throw Invalid(modelFile, $"layer '{layer.Name}' cannot be pruned: it is grouped, or not just one layer takes it; keep all its {layer.Channels} channels");
        }
        return plan;
    }

    /// <summary>Channels that the source of layer <paramref name="consumer"/> keeps, or null for all.</summary>
    public int? KeptBy(int consumer) => _kept.TryGetValue(consumer, out int kept) ? kept : null;

    // The one layer that takes it, by one projection that is not grouped and its only one.
    private static int? Consumer(AnalogNetwork network, int source)
    {
        int[] consumers = [.. Enumerable.Range(0, network.Layers.Length)
            .Where(l => network.Layers[l].Projections.Any(projection => projection.Source == source))];
        return consumers is [int only] && network.Layers[only].Projections.Length == 1
            && network.Layers[only].Projections[0].Order == ChannelOrder.Last && IsFullyConnected(network.Layers[only]) ? only : null;
    }

    private static bool IsFullyConnected(AnalogLayer layer) => layer.Projections.All(
        projection => projection.Connection is not AnalogConvolution { Groups: > 1 });

    private static ConversionException Invalid(string modelFile, string problem) =>
        new(DiagnosticDescriptors.InvalidSetting, modelFile, problem);
}
