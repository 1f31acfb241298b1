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

    private readonly string _wraps = arithmetic.Overflow == PotentialOverflow.Wrap ? ", wraps: true" : "";

    public override string Number => "int";

    public override string NumberReader => "Int32";

    public override string Level => "byte";

    public override string Active => "InputPair";

    public override string Description =>
        $"fixed point, {Literal.Of(arithmetic.WeightBits)}-bit weights, {Literal.Of(arithmetic.PotentialBits)}-bit potentials{(arithmetic.Overflow == PotentialOverflow.Wrap ? " that wrap" : "")}";

    // Three more than there are pairs: lists of spikes are written four at a time.
    public override int ActiveCount(int inputs) => (inputs + 1) / 2 + 3;

    public override string? LevelOf(string element) =>
        element == "byte" ? null : $"{Runtime}InputLevels.Quantise(input[i], InputScale, InputOffset)";

    public override string AddSpikes(LayerPlan layer, ProjectionPlan projection) => PairText.Spikes(layer, projection);

    public override string AddLevels(LayerPlan layer, ProjectionPlan projection) => PairText.Levels(layer, projection);

    // Potentials are integers: they reach a margin where they reach the next integer.
    public override string Margin(double margin) => Literal.Of((long)Math.Min(Math.Ceiling(margin), 1L << 40));

    public override string Filter(NeuronDynamics neuron, string arguments) =>
        $"{Neurons}Filter({arguments}, {Leak(neuron, neuron.SynapticLeak!.Value, out string shift)}, limit: {Literal.Of(FixedPointArithmetic.CurrentLimit)}{shift})";

    public override string Fire(NeuronDynamics neuron, string arguments, string rest) =>
        $"{Neurons}Fire({arguments}, {Leak(neuron, neuron.Leak, out string shift)}, resetToZero: {Literal.Of(neuron.Reset == ResetMode.Zero)}, {_range}{rest}{shift}{_wraps})";

    public override string Integrate(string arguments) => $"{Neurons}Integrate({arguments}, {_range}{_wraps})";

    public override string Membranes => Runtime + "FixedPointMembranes.";

    public override string MembraneLimits =>
        $", {_range}, wraps: {Literal.Of(arithmetic.Overflow == PotentialOverflow.Wrap)}, limit: {Literal.Of(FixedPointArithmetic.CurrentLimit)}";

    private static string Leak(NeuronDynamics neuron, double leak, out string shift)
    {
        bool shifts = leak < 1 && neuron.LeakForm == LeakForm.Shift;
        shift = shifts ? $", leakShift: {Literal.Of(LeakShift.Nearest(leak))}" : "";
        return "leak: " + (leak < 1 && !shifts ? Literal.Of((int)(leak * (1 << FixedPointArithmetic.LeakBits))) : Neurons + "NoLeak");
    }
}
