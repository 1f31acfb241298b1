using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Reporting.Measurement;

/// <summary>The inputs that a report shows.</summary>
internal interface IReportSamples
{
    /// <summary>N.</summary>
    int Count { get; }

    /// <summary>One inference on input <paramref name="index"/>.</summary>
    SimulationResult Run(ReferenceSimulator simulator, int index);

    /// <summary>Input <paramref name="index"/> as a picture, or null where it is none.</summary>
    Picture? PictureOf(int index);

    /// <summary>Input <paramref name="index"/> as spikes, or null where it is none.</summary>
    SpikeRaster? SpikesOf(int index);
}
