namespace SnnGen.Tool.Reporting.Energy;

/// <summary>
/// Published energies. Those of chips are measured under conditions of their own (supply, activity, what is counted), which differ
/// from paper to paper: they give the order of magnitude.
/// </summary>
internal static class PublishedEnergy
{
    /// <summary>A multiplication and an addition in single precision, 45 nm, in pJ: 3.7 + 0.9.</summary>
    public const double FloatMultiplyAdd = 4.6;

    /// <summary>A multiplication of bytes and an addition of 32 bits, 45 nm, in pJ: 0.2 + 0.1.</summary>
    public const double ByteMultiplyAdd = 0.3;

    /// <summary>An addition of 32 bits, 45 nm, in pJ.</summary>
    public const double Add = 0.1;

    /// <summary>An addition in single precision, 45 nm, in pJ.</summary>
    public const double FloatAdd = 0.9;

    /// <summary>Where the energies of arithmetic are from.</summary>
    public const string ArithmeticSource = "M. Horowitz, Computing’s energy problem (and what we can do about it), ISSCC 2014, doi:10.1109/ISSCC.2014.6757323";

    private const string Collected = "; as compared by G. Tang et al., SENECA, Frontiers in Neuroscience 17, 2023, doi:10.3389/fnins.2023.1187252, table 3";

    /// <summary>Chips, by energy.</summary>
    public static readonly EnergyFigure[] Chips =
    [
        new("ReckOn", "28 nm", 5.3, "C. Frenkel and G. Indiveri, ReckOn, ISSCC 2022" + Collected),
        new("SpiNNaker2", "22 nm", 10, "S. Höppner et al., The SpiNNaker 2 processing element architecture, arXiv 2103.08392, 2021" + Collected),
        new("ODIN", "28 nm", 12.7, "C. Frenkel et al., A 0.086-mm² 12.7-pJ/SOP 64k-synapse 256-neuron online-learning digital spiking neuromorphic processor, IEEE TBioCAS 13(1), 2019"),
        new("Loihi", "14 nm", 23.6, "M. Davies et al., Loihi: a neuromorphic manycore processor with on-chip learning, IEEE Micro 38(1), 2018, table 2"),
        new("TrueNorth", "28 nm", 26, "P. Merolla et al., A million spiking-neuron integrated circuit, Science 345, 2014"),
    ];
}
