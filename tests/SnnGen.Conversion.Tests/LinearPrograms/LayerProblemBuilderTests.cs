using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.LinearPrograms;

public class LayerProblemBuilderTests
{
    private static readonly SpikingNeuron s_neuron = new IntegrateAndFire(ResetMode.Subtract);

    [Fact]
    public void Silent_units_may_go_lower_and_saturated_ones_higher()
    {
        LayerProgram program = Build(s_neuron, new Relu(), new RateCode([2], [0]), -3, 0.5, 1.9, 5);
        Assert.Equal([TargetSide.AtMost, TargetSide.Equal, TargetSide.Equal, TargetSide.AtLeast], program.Sides);
        Assert.Equal([0, 0.25, 0.95, 1], program.Targets.Column(0), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void The_prior_is_the_ANN_in_units_of_the_threshold()
    {
        LayerProgram program = Build(s_neuron, new Relu(), new RateCode([2], [0]), 1);
        // One input of rate code a = 3 r − 1: W⁰ = 3 w / λ, b⁰ = (b − w) / λ.
        Assert.Equal(3 * 0.7 / 2, program.Prior[0, 0], 12);
        Assert.Equal((0.1 - 0.7) / 2, program.Offsets[0, 0], 12);
    }

    [Fact]
    public void The_ends_of_a_bounded_activation_are_free()
    {
        LayerProgram program = Build(s_neuron, new Tanh(), RateCode.Uniform(1, 2, -1), -4, 0, 4);
        Assert.Equal([TargetSide.AtMost, TargetSide.Equal, TargetSide.AtLeast], program.Sides);
        Assert.Equal([0.02, 0.5, 0.98], program.Targets.Column(0), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void The_readout_is_fitted_to_the_logits_on_both_sides()
    {
        LayerProgram program = Build(s_neuron, new Identity(), null, -3, 0.5, 5);
        Assert.All(program.Sides, side => Assert.Equal(TargetSide.Equal, side));
        Assert.Equal([-3, 0.5, 5], program.Targets.Column(0));
    }

    [Fact]
    public void A_leaky_neuron_is_driven_harder()
    {
        var leaky = new LeakyIntegrateAndFire(0.8, ResetMode.Subtract);
        double[] u = [.. Enumerable.Range(0, 50).Select(i => i / 25.0)];
        LayerProgram plain = Build(s_neuron, new Relu(), new RateCode([2], [0]), u);
        LayerProgram leaking = Build(leaky, new Relu(), new RateCode([2], [0]), u);
        for (int i = 1; i < u.Length; i++)
            Assert.True(leaking.Targets[i, 0] > plain.Targets[i, 0]);
    }

    private static LayerProgram Build(SpikingNeuron neuron, Activation activation, RateCode? code, params double[] preactivations)
    {
        var layer = new AnalogLayer(
            "layer", TensorShape.Of(1),
            [new AnalogProjection(Projection.NetworkInput, ChannelOrder.Last, null, new AnalogDense(Matrix<double>.Build.Dense(1, 1, 0.7)))],
            null, [0.1], activation);
        var calibrated = new CalibratedLayer(
            layer, [.. Enumerable.Range(0, preactivations.Length).Select(i => new Spot(i, 0))],
            Matrix<double>.Build.Dense(preactivations.Length, 1, preactivations), code);
        LayerProblem problem = new LayerProblemBuilder(neuron, TuningCurveRecorder.Record(neuron, 8), 0.1).Build(calibrated, _ => RateCode.Uniform(1, 3, -1), new Half());
        return Assert.Single(problem.Programs);
    }

    private sealed class Half : ISourceRates
    {
        public double[] Of(int source, int sample) => [0.5];
    }
}
