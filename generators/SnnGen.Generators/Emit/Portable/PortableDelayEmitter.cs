using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Keeps the spikes of a step for the projections by which they arrive a step later.</summary>
internal static class PortableDelayEmitter
{
    /// <summary>The layers some of whose spikes arrive late.</summary>
    public static IEnumerable<PortableLayer> Sources(PortableClass plan) => plan.Firing.Where(layer => plan.Delays(layer.Index));

    /// <summary>Statements before the first layer: the lists of spikes still are those of the last step.</summary>
    public static string BeforeStep(PortableContext context)
    {
        // A held input has no spikes, not even late ones.
        string input = context.Plan is { DelaysInput: true, HoldsCurrents: true } ? "if (inputs == null)\n    _lastInputCount = 0;\n" : "";
        return input + string.Concat(Sources(context.Plan).Select(layer =>
        {
            string index = Literal.Of(layer.Index);
            return $"""
                global::System.Array.Copy(_spikes{index}, _lastSpikes{index}, _spikeCount{index});
                _lastSpikeCount{index} = _spikeCount{index};

                """;
        }));
    }

    /// <summary>Statements after the last layer.</summary>
    public static string AfterStep(PortableContext context) => !context.Plan.DelaysInput ? "" : """
        _lastInputCount = end - start;
        for (int e = start; e < end; e++)
            _lastInputs[e - start] = inputs[e];

        """;
}
