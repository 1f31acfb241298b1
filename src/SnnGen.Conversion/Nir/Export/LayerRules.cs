using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>The equations of a layer's neurons, whatever their model, as real numbers: a value a neuron, in the layer's order.</summary>
/// <param name="SynapticLeak">α, or null without a synapse.</param>
/// <param name="Leak">β.</param>
/// <param name="Drive">Current that reaches the membrane past the synapse, or null for none.</param>
/// <param name="Threshold">θ; means nothing where nothing spikes.</param>
/// <param name="ResetValue">What a spike leaves, or takes away.</param>
/// <param name="Floor">The lowest potentials, or null for none.</param>
/// <param name="Reset">What a spike does, or null of neurons that never spike.</param>
/// <param name="Rule">Whether they spike at θ or only above.</param>
internal sealed record LayerRules(
    double[]? SynapticLeak, double[] Leak, double[]? Drive, double[] Threshold, double[] ResetValue, double[]? Floor, ResetMode? Reset, FiringRule Rule)
{
    /// <summary>Whether nothing of a potential is ever lost: NIR's I and IF.</summary>
    public bool NeverLeaks => SynapticLeak is null && Drive is null && Leak.All(value => value == 1);

    /// <summary>Whether a spike is a comparison only: NIR's Threshold, which follows no convention.</summary>
    public bool Compares => Reset == ResetMode.Zero && Rule == FiringRule.Above && SynapticLeak is null && Drive is null && Floor is null
        && Leak.All(value => value == 0) && ResetValue.All(value => value == 0);

    /// <summary>The rules of a layer.</summary>
    public static LayerRules Of(SpikingLayer layer)
    {
        double[] threshold = Spread(layer.Threshold);
        ResetMode? reset = (layer.Neuron as SpikingNeuron)?.Reset;
        if (Membrane.Of(layer.Neuron) is { } membrane)
        {
            var own = layer.Neuron as HeterogeneousNeuron;
            return new LayerRules(
                membrane.SynapticLeak is null ? null : Shares(membrane.SynapticLeak), Shares(membrane.Leak), membrane.Drive is null ? null : Spread(membrane.Drive),
                threshold, own is null ? new double[layer.Neurons] : Spread(own.ResetValue), membrane.Floor is null ? null : Spread(membrane.Floor), reset, own?.Rule ?? default);
        }
        NeuronDynamics? dynamics = layer.Neuron is SpikingNeuron neuron ? NeuronDynamics.Of(neuron) : null;
        return new LayerRules(
            dynamics?.SynapticLeak is { } synapticLeak ? Repeat((float)synapticLeak) : null, Repeat((float)(dynamics?.Leak ?? 1)), null,
            threshold, reset == ResetMode.Subtract ? threshold : new double[layer.Neurons], null, reset, FiringRule.Reached);

        double[] Repeat(double value) => [.. Enumerable.Repeat(value, layer.Neurons)];

        double[] Spread(Tensor tensor) => RealNumbers.Spread(tensor, layer.Neurons);

        double[] Shares(Tensor tensor) => tensor is IntegerTensor ? [.. Spread(tensor).Select(mantissa => mantissa / (1 << FixedPointArithmetic.LeakBits))] : Spread(tensor);
    }
}
