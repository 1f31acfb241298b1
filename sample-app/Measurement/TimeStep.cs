namespace SampleApp.Measurement;

/// <summary>A look inside a network after one time step.</summary>
/// <param name="Spikes">Who spiked in the hidden layer, neuron i in bit i mod 64 of word i / 64.</param>
/// <param name="Potentials">Membrane potentials of the output neurons so far.</param>
/// <param name="Values">The outputs so far in the units of the original network, its logits: means over the steps.</param>
/// <param name="Margin">The largest potential minus the second-largest.</param>
/// <param name="Answer">What the network would answer now.</param>
internal sealed record TimeStep(ulong[] Spikes, double[] Potentials, float[] Values, double Margin, Answer Answer);
