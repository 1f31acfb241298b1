using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Quantization;

/// <summary>What the neurons of a layer are, apart from their synapses.</summary>
/// <param name="Model">The neuron model.</param>
/// <param name="Threshold">θ in the units of the layer's currents.</param>
/// <param name="Start">Membrane potential before the first step, relative to θ.</param>
/// <param name="SharesScale">Whether all neurons share one scale of integers: those of a readout are compared with one another.</param>
public sealed record NeuronSetting(NeuronModel Model, double Threshold, double Start, bool SharesScale)
{
    /// <summary>Hidden neurons: currents in thresholds, v(0) = θ/2.</summary>
    public static NeuronSetting Hidden(NeuronModel model, bool sharesScale) => new(model, 1, 0.5, sharesScale);

    /// <summary>Outputs that integrate.</summary>
    public static readonly NeuronSetting Integrating = new(new Integrator(), 1, 0, SharesScale: true);

    /// <summary>Outputs that spike, at the given threshold.</summary>
    public static NeuronSetting SpikingReadout(double threshold) => new(new IntegrateAndFire(ResetMode.Subtract), threshold, 0, SharesScale: true);
}
