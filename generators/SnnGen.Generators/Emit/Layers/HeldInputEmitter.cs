namespace SnnGen.Generators.Emit.Layers;

/// <summary>The current of an input that is held over the steps: computed once.</summary>
internal static class HeldInputEmitter
{
    /// <summary>Inputs of zero are left out, as the semantics says: it matters for -0 and for the count of operations.</summary>
    public static void WriteHold(EmitContext context, string element) => context.Method(
        $"internal void Hold(global::System.ReadOnlySpan<{element}> input)",
        $$"""
        global::SnnGen.Runtime.Arguments.RequireLength(input.Length, InputSize, nameof(input));
        global::System.Span<{{context.Numbers.Number}}> currents = _heldCurrents;
        Tables.Layer0Bias.CopyTo(currents);
        for (int i = 0; i < input.Length; i++)
        {
            {{context.Numbers.Number}} x = {{context.Numbers.Level(element)}};
            if (x == 0)
                continue;
            {{context.Numbers.Rows}}.AddScaled(currents, Tables.Layer0Weights.Slice(i * Layer0Stride, Layer0Stride), x);
            _synapticOperations += Layer0Neurons;
        }
        _isHolding = true;
        """);
}
