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
    private static readonly Gen<SpikingNeuron> s_neurons = Gen.Select(Gen.Int[0, 6], Gen.Double[0.3, 0.99], (kind, leak) => (SpikingNeuron)(kind switch
    {
        0 => new IntegrateAndFire(ResetMode.Subtract),
        1 => new IntegrateAndFire(ResetMode.Zero),
        2 => new LeakyIntegrateAndFire(leak, ResetMode.Subtract),
        3 => new LeakyIntegrateAndFire(leak, ResetMode.Zero),
        4 => new CurrentBasedLeakyIntegrateAndFire(leak, 1, ResetMode.Subtract),
        5 => new CurrentBasedLeakyIntegrateAndFire(1 - leak, leak, ResetMode.Zero) { Refractory = 1 },
        _ => new IntegrateAndFire(ResetMode.Subtract) { Refractory = (int)(10 * leak) },
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
        Assert.Equal(Count(neuron, steps, (float)current), curve.Rate(current) * curve.Levels, 9);
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

    [Theory]
    [InlineData(0, 8, 8)]
    [InlineData(1, 8, 4)]
    [InlineData(2, 8, 3)]
    [InlineData(7, 8, 1)]
    public void A_neuron_that_rests_has_fewer_levels(int refractory, int steps, int levels) =>
        Assert.Equal(levels, TuningCurveRecorder.Record(new IntegrateAndFire(ResetMode.Subtract) { Refractory = refractory }, steps).Levels);

    private static int Count(NeuronModel neuron, int steps, float current)
    {
        static Float32Tensor One(float value) => new(TensorShape.Of(1), new EquatableArray<float>([value]));
        var layer = new SpikingLayer(
            "neuron", TensorShape.Of(1),
            new EquatableArray<Projection>([new Projection(Projection.NetworkInput, ChannelOrder.Last, null, new DenseConnection(1, 1, One(current)))]),
            null, One(0), One(1), One(0.5f), neuron);
        LayerSimulator simulator = LayerSimulator.Create(layer, new Float32Arithmetic());
        simulator.Hold([1]);
        var raster = new SpikeRaster(steps, 1);
        for (int step = 0; step < steps; step++)
            simulator.Step(_ => null, raster, step);
        return raster.Count(0);
    }
}
