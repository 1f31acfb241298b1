using CsCheck;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.TuningCurves;

public class TuningCurveTests
{
    private static readonly Gen<NeuronModel> s_neurons = Gen.Select(Gen.Int[0, 3], Gen.Double[0.3, 0.99], (kind, leak) => (NeuronModel)(kind switch
    {
        0 => new IntegrateAndFire(ResetMode.Subtract),
        1 => new IntegrateAndFire(ResetMode.Zero),
        2 => new LeakyIntegrateAndFire(leak, ResetMode.Subtract),
        _ => new LeakyIntegrateAndFire(leak, ResetMode.Zero),
    }));

    [Fact]
    public void Integrate_and_fire_with_subtraction_is_the_rounded_identity()
    {
        for (int steps = 1; steps <= 40; steps++)
        {
            TuningCurve curve = TuningCurveRecorder.Record(new IntegrateAndFire(ResetMode.Subtract), steps);
            for (int k = 1; k <= steps; k++)
                Assert.Equal((k - 0.5) / steps, curve.Onsets[k - 1], 9);
            for (double rate = 0; rate <= 1; rate += 0.01)
                Assert.Equal(rate, curve.Inverse(rate), 9);
        }
    }

    [Fact]
    public void Is_a_staircase_that_climbs_from_none_to_every_step() => Gen.Select(s_neurons, Gen.Int[1, 32]).Sample((neuron, steps) =>
    {
        TuningCurve curve = TuningCurveRecorder.Record(neuron, steps);
        Assert.Equal(curve.Onsets.Order(), curve.Onsets);
        Assert.Equal(0, curve.Rate(0));
        Assert.Equal(1, curve.Rate(2));
        foreach (double onset in curve.Onsets)
            Assert.True(curve.Rate(onset) > curve.Rate(onset - 1e-9));
    }, iter: 100, threads: 1);

    [Fact]
    public void Gives_the_rate_that_the_simulator_measures() => Gen.Select(s_neurons, Gen.Int[1, 20], Gen.Double[0, 1.2]).Sample((neuron, steps, current) =>
    {
        TuningCurve curve = TuningCurveRecorder.Record(neuron, steps);
        if (curve.Onsets.Any(onset => Math.Abs(onset - current) < 1e-4))
            return; // single precision may fall on the other side of an edge
        Assert.Equal(Measure(neuron, steps, (float)current), curve.Rate(current));
    }, iter: 300, threads: 1);

    [Fact]
    public void Its_inverse_is_one_where_the_neuron_has_the_level() => Gen.Select(s_neurons, Gen.Int[1, 24]).Sample((neuron, steps) =>
    {
        TuningCurve curve = TuningCurveRecorder.Record(neuron, steps);
        double[] reached = [0, .. curve.Onsets.Select(curve.Rate).Distinct()];
        foreach (double rate in reached)
            Assert.Equal(rate, curve.Rate(curve.Inverse(rate)));
        for (int i = 1; i <= 200; i++)
            Assert.True(curve.Inverse(i / 200.0) > curve.Inverse((i - 1) / 200.0));
    }, iter: 200, threads: 1);

    private static double Measure(NeuronModel neuron, int steps, float current)
    {
        static Float32Tensor One(float value) => new(TensorShape.Of(1), new EquatableArray<float>([value]));
        var layer = new DenseLayer("neuron", 1, 1, One(current), One(0), One(1), One(0.5f), neuron);
        LayerSimulator simulator = LayerSimulator.Create(layer, new Float32Arithmetic());
        simulator.Hold([1]);
        var raster = new SpikeRaster(steps, 1);
        for (int step = 0; step < steps; step++)
            simulator.StepConstant(raster, step);
        return (double)raster.Count(0) / steps;
    }
}
