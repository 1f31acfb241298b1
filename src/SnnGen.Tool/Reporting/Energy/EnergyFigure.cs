namespace SnnGen.Tool.Reporting.Energy;

/// <summary>What a synaptic operation costs on a chip, as published.</summary>
/// <param name="Chip">The chip.</param>
/// <param name="Technology">Its process.</param>
/// <param name="Picojoules">Energy of one synaptic operation, in pJ.</param>
/// <param name="Source">Where the figure is from.</param>
internal sealed record EnergyFigure(string Chip, string Technology, double Picojoules, string Source);
