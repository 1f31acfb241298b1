namespace SnnGen.Spiking.Simulation;

/// <summary>Where an inference stood after one of its steps.</summary>
/// <param name="Potentials">Membrane potentials of the output layer.</param>
/// <param name="SynapticOperations">Products of a weight and a nonzero input so far.</param>
public sealed record StepTrace(double[] Potentials, long SynapticOperations);
