using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Calibration;

/// <summary>Runs the ANN on the calibration inputs, a batch at a time, and chooses each layer's rate code.</summary>
public static class Calibrator
{
    private const int Batch = 100;

    /// <summary>The calibrated network.</summary>
    public static CalibratedNetwork Calibrate(
        AnalogNetwork network, InputBatch inputs, int levels, CancellationToken cancellation = default)
    {
        LayerObserver[] observers = [.. network.Layers.Select(layer => new LayerObserver(layer, inputs.Count))];
        for (int start = 0; start < inputs.Count; start += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            Observe(network, inputs.ToMatrix(start, Math.Min(Batch, inputs.Count - start)), start, observers);
        }
        return new CalibratedNetwork(network, inputs,
            [.. observers.Select((observer, index) => observer.Finish(levels, isReadout: index == observers.Length - 1))]);
    }

    private static void Observe(AnalogNetwork network, Matrix<double> x, int start, LayerObserver[] observers)
    {
        var activations = new List<Matrix<double>>();
        for (int l = 0; l < observers.Length; l++)
        {
            AnalogLayer layer = network.Layers[l];
            Matrix<double> currents = AnalogForward.Currents(
                layer, source => source == Projection.NetworkInput ? x : activations[source]);
            activations.Add(AnalogForward.Activations(layer, currents));
            observers[l].Observe(currents, activations[^1], start);
        }
    }
}
