using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>What NIR has no words for, as entries of metadata.</summary>
internal static class ExportedMetadata
{
    /// <summary>Of the whole graph.</summary>
    /// <param name="network">The network.</param>
    /// <param name="convention">Whose steps its parameters are for.</param>
    /// <param name="dt">dt of these steps, in seconds.</param>
    public static IEnumerable<NirMetadata> Of(SpikingNetwork network, NirConvention convention, double dt)
    {
        yield return Number(NirMetadataNames.TimeSteps, network.TimeSteps);
        yield return new NirMetadata(NirMetadataNames.Simulator, convention.Name);
        yield return Number(NirMetadataNames.Dt, dt);
        yield return new NirMetadata(NirMetadataNames.Encoding, NetworkFileFormat.Name(network.Input.Encoding));
        yield return Number(NirMetadataNames.InputScale, network.Input.Scale);
        yield return Number(NirMetadataNames.InputOffset, network.Input.Offset);
        if (network.Input.Encoding == InputEncoding.Poisson)
            yield return Number(NirMetadataNames.Seed, network.Input.Seed);
        yield return new NirMetadata(NirMetadataNames.Readout, NetworkFileFormat.Name(network.Output.Readout));
        if (network.Labels.Count > 0)
            yield return new NirMetadata(NirMetadataNames.Labels, string.Join('\n', network.Labels));
    }

    /// <summary>Of a layer's neurons.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rules">Its equations.</param>
    /// <param name="population">How NIR orders its neurons.</param>
    public static IEnumerable<NirMetadata> Of(SpikingLayer layer, LayerRules rules, Population population)
    {
        if (rules.Reset is { } reset)
        {
            yield return new NirMetadata(NirMetadataNames.Reset, NetworkFileFormat.Name(reset));
            yield return new NirMetadata(NirMetadataNames.FiringRule, NetworkFileFormat.Name(rules.Rule));
        }
        double[] initial = RealNumbers.Spread(layer.InitialPotential, layer.Neurons);
        if (initial.Any(value => value != 0))
            yield return Each(NirMetadataNames.InitialPotential, initial, population);
        if (rules.Floor is not null)
            yield return Each(NirMetadataNames.LowestPotential, rules.Floor, population);
    }

    private static NirMetadata Number(string name, double value) => new(name, NirArray.Double([], [value]));

    private static NirMetadata Each(string name, double[] values, Population population) => new(name, NirArray.Double(population.Shape.AsSpan(), population.InNirOrder(values)));
}
