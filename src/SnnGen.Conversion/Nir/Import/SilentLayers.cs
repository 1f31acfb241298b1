using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>
/// Layers none of whose neurons can ever spike, whatever the input: a sign that the constants of the network are meant for the steps of another simulator.
/// </summary>
internal static class SilentLayers
{
    /// <summary>Names of the layers.</summary>
    /// <param name="network">A network in single precision, driven by spikes.</param>
    public static IEnumerable<string> Of(SpikingNetwork network) =>
        network.Layers.Where(layer => layer.Neuron is HeterogeneousNeuron && TakesSpikesOnly(layer, network) && IsSilent(layer, network.TimeSteps)).Select(layer => layer.Name);

    private static bool TakesSpikesOnly(SpikingLayer layer, SpikingNetwork network) => layer.Projections.All(projection => projection.Source == Projection.NetworkInput
        ? network.Input.Encoding == InputEncoding.Events
        : network.Layers[projection.Source].Neuron is SpikingNeuron);

    // A current I at every step brings a potential to I (1 + β + … + βᵀ⁻¹) at most, a synapse the current likewise.
    private static bool IsSilent(SpikingLayer layer, int timeSteps)
    {
        var neuron = (HeterogeneousNeuron)layer.Neuron;
        double[] current = Excitation(layer);
        return Enumerable.Range(0, layer.Neurons).All(j =>
        {
            double reach = Math.Max(0, current[j % current.Length] + At(layer.Bias, j));
            if (neuron.Membrane.SynapticLeak is { } synapse)
                reach *= Sum(At(synapse, j), timeSteps);
            if (neuron.Membrane.Drive is { } drive)
                reach = Math.Max(0, reach + At(drive, j));
            double start = Math.Max(At(layer.InitialPotential, j), neuron.Reset == ResetMode.Zero ? At(neuron.ResetValue, j) : 0);
            start = neuron.Membrane.Floor is { } floor ? Math.Max(start, At(floor, j)) : start;
            return reach * Sum(At(neuron.Membrane.Leak, j), timeSteps) + Math.Max(0, start) < At(layer.Threshold, j);
        });
    }

    private static double Sum(double leak, int timeSteps) => leak >= 1 ? timeSteps : Math.Min(timeSteps, (1 - Math.Pow(leak, timeSteps)) / (1 - leak));

    // Σ of the positive weights of a current, of a channel at the place that sees most.
    private static double[] Excitation(SpikingLayer layer)
    {
        var sum = new double[layer.Channels];
        foreach (Projection projection in layer.Projections)
        {
            EquatableArray<float> weights = ((Float32Tensor)projection.Connection.Weights).Values;
            int taps = projection.Pooling?.Window.Taps ?? 1;
            if (projection.Connection is ConvolutionConnection convolution)
            {
                int perChannel = convolution.Window.Taps * convolution.FanOut;
                for (int k = 0; k < weights.Count; k++)
                    sum[(convolution.FirstOutput(k / perChannel) + k % convolution.FanOut) % sum.Length] += Math.Max(0, weights[k]) * taps;
                continue;
            }
            var outputs = new double[projection.Connection.Outputs];
            for (int k = 0; k < weights.Count; k++)
                outputs[k % outputs.Length] += Math.Max(0, weights[k]) * taps;
            for (int channel = 0; channel < sum.Length; channel++)
                sum[channel] += Enumerable.Range(0, outputs.Length / sum.Length).Max(place => outputs[place * sum.Length + channel]);
        }
        return sum;
    }

    private static double At(Tensor tensor, int j) => ((Float32Tensor)tensor).Values[j % tensor.Count];
}
