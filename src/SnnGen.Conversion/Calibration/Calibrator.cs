using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Calibration;

/// <summary>Runs the ANN on the calibration inputs and chooses each layer's rate code.</summary>
public static class Calibrator
{
    /// <summary>The calibrated network.</summary>
    public static CalibratedNetwork Calibrate(AnalogNetwork network, InputBatch inputs, int timeSteps)
    {
        var layers = ImmutableArray.CreateBuilder<CalibratedLayer>();
        Matrix<double> x = inputs.ToMatrix(0, inputs.Count);
        foreach (AnalogLayer layer in network.Layers)
        {
            Matrix<double> u = AnalogForward.Preactivations(layer, x);
            x = u.Map(layer.Activation.Apply, Zeros.Include);
            bool isReadout = layers.Count == network.Layers.Length - 1;
            layers.Add(new CalibratedLayer(
                layer, u, isReadout ? null : RateCodeChooser.Choose(layer.Activation, x, timeSteps)));
        }
        return new CalibratedNetwork(network, inputs, layers.ToImmutable());
    }
}
