using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Tool.Reporting.Energy;

/// <summary>The operations of a mean inference, by kind, and what they would cost: operations times published energy, nothing else.</summary>
/// <param name="Spikes">Additions of a weight at a spike.</param>
/// <param name="Products">Products of a weight and an analog input, which is held: once an inference.</param>
/// <param name="Dense">Multiply-accumulates of the same layers as an ANN, every synapse once.</param>
/// <param name="IsFloat">Whether the network computes in single precision.</param>
internal sealed record EnergyEstimate(double Spikes, double Products, double Dense, bool IsFloat)
{
    /// <summary>The estimate of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="operations">Mean synaptic operations of an inference, one a layer.</param>
    public static EnergyEstimate Of(SpikingNetwork network, double[] operations)
    {
        bool[] isAnalog = [.. network.Layers.Select(layer =>
            network.Input.Encoding == InputEncoding.Current && layer.Projections.Any(projection => projection.Source == Projection.NetworkInput))];
        return new EnergyEstimate(
            operations.Where((_, layer) => !isAnalog[layer]).Sum(), operations.Where((_, layer) => isAnalog[layer]).Sum(),
            network.Layers.Sum(layer => layer.Projections.Sum(projection => (double)projection.Connection.Synapses)),
            network.Arithmetic is Float32Arithmetic);
    }

    /// <summary>Of the spiking network's arithmetic alone in 45 nm, in pJ.</summary>
    public double Arithmetic => IsFloat
        ? Spikes * PublishedEnergy.FloatAdd + Products * PublishedEnergy.FloatMultiplyAdd
        : Spikes * PublishedEnergy.Add + Products * PublishedEnergy.ByteMultiplyAdd;

    /// <summary>Of the ANN's arithmetic in single precision, likewise.</summary>
    public double FloatAnn => Dense * PublishedEnergy.FloatMultiplyAdd;

    /// <summary>Of the ANN's arithmetic in bytes, likewise.</summary>
    public double ByteAnn => Dense * PublishedEnergy.ByteMultiplyAdd;

    /// <summary>Of all synaptic operations on a chip, in pJ; analog products are counted as one operation each.</summary>
    public double On(EnergyFigure figure) => (Spikes + Products) * figure.Picojoules;
}
