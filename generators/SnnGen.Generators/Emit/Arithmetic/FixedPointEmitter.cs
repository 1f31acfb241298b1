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

    public override string Weight => "sbyte";

    public override string WeightReader => "Int8";

    public override string NumberReader => "Int32";

    public override string Rows => Runtime + "Int8Rows";

    public override string Scatter => Runtime + "Int8Scatter";

    public override string Description =>
        $"fixed point, {Literal.Of(arithmetic.WeightBits)}-bit weights, {Literal.Of(arithmetic.PotentialBits)}-bit potentials";

    // Where all spikes count the same, one multiplication per current instead of one per spike and current.
    public override string Drive(IReadOnlyList<ProjectionPlan> projections, string start, Func<ProjectionPlan, int, string> add)
    {
        int[] worths = [.. projections.Select(projection => projection.SpikeWorth).Distinct()];
        if (worths is not [> 1])
            return string.Join("\n", projections.Select(projection => add(projection, projection.SpikeWorth)).Prepend($"{start}.CopyTo(currents);"));
        return string.Join("\n", projections.Select(projection => add(projection, 1)).Prepend("currents.Clear();")
            .Append($"{Neurons}Scale(currents, {Literal.Of(worths[0])}, {start});"));
    }

    public override string Level(string element) => element == "byte"
        ? "input[i]"
        : $"{Runtime}InputLevels.Quantise(input[i], InputScale, InputOffset)";

    public override string Filter(double leak, string arguments) =>
        $"{Neurons}Filter({arguments}, leak: {Mantissa(leak)}, limit: {Literal.Of(FixedPointArithmetic.CurrentLimit)})";

    public override string Fire(NeuronDynamics neuron, string arguments, string rest) =>
        $"{Neurons}Fire({arguments}, leak: {(neuron.Leak < 1 ? Mantissa(neuron.Leak) : Neurons + "NoLeak")}, resetToZero: {Literal.Of(neuron.Reset == ResetMode.Zero)}, {_range}{rest})";

    public override string Integrate(string arguments) => $"{Neurons}Integrate({arguments}, {_range})";

    private static string Mantissa(double leak) => Literal.Of((int)(leak * (1 << FixedPointArithmetic.LeakBits)));
}
