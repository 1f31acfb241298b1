using SnnGen.Generators.Emit.Layers;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Emit.Arithmetic;

/// <summary>Exact integers.</summary>
internal sealed class FixedPointEmitter(FixedPointArithmetic arithmetic) : ArithmeticEmitter
{
    private const string Neurons = Runtime + "FixedPointNeurons.";

    private readonly string _range =
        $"minimum: {Literal.Of(arithmetic.MinimumPotential)}, maximum: {Literal.Of(arithmetic.MaximumPotential)}";

    public override string Number => "int";

    public override string NumberReader => "Int32";

    public override string Level => "byte";

    public override string Active => "InputPair";

    public override string Description =>
        $"fixed point, {Literal.Of(arithmetic.WeightBits)}-bit weights, {Literal.Of(arithmetic.PotentialBits)}-bit potentials";

    public override int ActiveCount(int inputs) => (inputs + 1) / 2;

    public override string? LevelOf(string element) =>
        element == "byte" ? null : $"{Runtime}InputLevels.Quantise(input[i], InputScale, InputOffset)";

    public override string AddSpikes(LayerPlan layer, ProjectionPlan projection) => PairText.Spikes(layer, projection);

    public override string AddLevels(LayerPlan layer, ProjectionPlan projection) => PairText.Levels(layer, projection);

    public override string Filter(double leak, string arguments) =>
        $"{Neurons}Filter({arguments}, leak: {Mantissa(leak)}, limit: {Literal.Of(FixedPointArithmetic.CurrentLimit)})";

    public override string Fire(NeuronDynamics neuron, string arguments, string rest) =>
        $"{Neurons}Fire({arguments}, leak: {(neuron.Leak < 1 ? Mantissa(neuron.Leak) : Neurons + "NoLeak")}, resetToZero: {Literal.Of(neuron.Reset == ResetMode.Zero)}, {_range}{rest})";

    public override string Integrate(string arguments) => $"{Neurons}Integrate({arguments}, {_range})";

    private static string Mantissa(double leak) => Literal.Of((int)(leak * (1 << FixedPointArithmetic.LeakBits)));
}
