using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Arithmetic;

/// <summary>Single precision.</summary>
internal sealed class Float32Emitter : ArithmeticEmitter
{
    private const string Neurons = Runtime + "Float32Neurons.";

    public override string Number => "float";

    public override string Weight => "float";

    public override string WeightReader => "Float32";

    public override string NumberReader => "Float32";

    public override string Rows => Runtime + "Float32Rows";

    public override string Scatter => Runtime + "Float32Scatter";

    public override string Description => "single precision";

    public override string Drive(IReadOnlyList<ProjectionPlan> projections, string start, Func<ProjectionPlan, int, string> add) =>
        string.Join("\n", projections.Select(projection => add(projection, 1)).Prepend($"{start}.CopyTo(currents);"));

    public override string Level(string element) => element == "byte"
        ? "input[i] / 255f"
        : $"{Runtime}InputLevels.Normalise(input[i], InputScale, InputOffset)";

    public override string Filter(double leak, string arguments) => $"{Neurons}Filter({arguments}, leak: {Literal.Of((float)leak)})";

    public override string Fire(NeuronDynamics neuron, string arguments, string rest) =>
        $"{Neurons}Fire({arguments}, leak: {(neuron.Leak < 1 ? Literal.Of((float)neuron.Leak) : Neurons + "NoLeak")}, resetToZero: {Literal.Of(neuron.Reset == ResetMode.Zero)}{rest})";

    public override string Integrate(string arguments) => $"{Neurons}Integrate({arguments})";
}
