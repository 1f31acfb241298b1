using SnnGen.Generators.Emit.Layers;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Arithmetic;

/// <summary>Single precision.</summary>
internal sealed class Float32Emitter : ArithmeticEmitter
{
    private const string Neurons = Runtime + "Float32Neurons.";

    public override string Number => "float";

    public override string NumberReader => "Float32";

    public override string Level => "float";

    public override string Active => "InputValue";

    public override string Description => "single precision";

    public override int ActiveCount(int inputs) => inputs;

    public override string LevelOf(string element) => element == "byte"
        ? "input[i] / 255f"
        : $"{Runtime}InputLevels.Normalise(input[i], InputScale, InputOffset)";

    public override string AddSpikes(LayerPlan layer, ProjectionPlan projection) => projection.Kernel == ProjectionKernel.Dense
        ? AddRows(layer, projection, "FromSpikes(frames, active)")
        : $"""
            start.CopyTo(currents);
            long operations = 0;
            foreach (int input in new {Runtime}SpikeIndices(frames))
                operations += {ScatterText.One(layer, projection, "input", "1f")};
            return operations;
            """;

    public override string AddLevels(LayerPlan layer, ProjectionPlan projection) => projection.Kernel == ProjectionKernel.Dense
        ? AddRows(layer, projection, "FromValues(levels, active)")
        : ScatterText.Levels(layer, projection);

    public override string Margin(double margin) => Literal.Of(margin);

    public override string Filter(NeuronDynamics neuron, string arguments) =>
        $"{Neurons}Filter({arguments}, leak: {Literal.Of((float)neuron.SynapticLeak!.Value)})";

    public override string Fire(NeuronDynamics neuron, string arguments, string rest) =>
        $"{Neurons}Fire({arguments}, leak: {(neuron.Leak < 1 ? Literal.Of((float)neuron.Leak) : Neurons + "NoLeak")}, resetToZero: {Literal.Of(neuron.Reset == ResetMode.Zero)}{rest})";

    public override string Integrate(string arguments) => $"{Neurons}Integrate({arguments})";

    public override string Membranes => Runtime + "Float32Membranes.";

    public override string MembraneLimits => "";

    private static string AddRows(LayerPlan layer, ProjectionPlan projection, string list) => $"""
        active = active.Slice(0, {Runtime}InputList.{list});
        {Runtime}Float32Rows.Add(currents, start, {LayerNames.Weights(layer, projection)}, active);
        return (long){LayerNames.Currents(layer)} * active.Length;
        """;
}
