using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>One step of a fully connected layer, driven by spikes.</summary>
internal static class DenseLayerEmitter
{
    public static void Write(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        string number = context.Numbers.Number;
        string addSelected =
            $"_synapticOperations += (long)Layer{index}Neurons * {context.Numbers.Rows}.AddSelected(currents, Tables.Layer{index}Weights, spikes);";
        string header = $"""
            // {FreeText.Comment(layer.Name)}: {Literal.Of(layer.Inputs)} inputs, {Literal.Of(layer.Neurons)} neurons.
            private void StepLayer{index}(global::System.ReadOnlySpan<ulong> spikes)
            """;
        context.Method(header, $"""
            global::System.Span<{number}> currents = ((global::System.Span<{number}>)_currents).Slice(0, Layer{index}Stride);
            {context.Numbers.Drive(layer, addSelected)}
            {FireCall(layer, "currents")}
            """);
        context.Method($"private void FireLayer{index}(global::System.ReadOnlySpan<{number}> currents)", layer == context.Plan.Readout
            ? context.Numbers.Integrate($"_potentials{index}, currents") + ";"
            : $"_spikeCount += {context.Numbers.Fire(layer, $"_potentials{index}, currents, Tables.Layer{index}Threshold, _spikes{index}")};");
    }

    /// <summary>The statement that hands a layer its currents.</summary>
    public static string FireCall(LayerPlan layer, string currents) => $"FireLayer{Literal.Of(layer.Index)}({currents});";
}
