using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Remembers what a source passes on for the projections by which it arrives later: a ring of its last steps.</summary>
internal static class PortableDelayEmitter
{
    /// <summary>The rings: type, name and length.</summary>
    public static IEnumerable<(string Type, string Name, int Length)> Rings(PortableClass plan)
    {
        if (plan.DelaysInput)
            yield return ("bool", Ring(Projection.NetworkInput), Steps(plan, Projection.NetworkInput) * plan.InputSize);
        foreach (PortableLayer layer in plan.Layers.Where(layer => plan.History(layer.Index) > 0))
            yield return (layer.Spikes ? "bool" : "float", Ring(layer.Index), Steps(plan, layer.Index) * layer.Neurons);
        if (plan.LargestArriving > 0)
            yield return ("int", "_arriving", plan.LargestArriving);
    }

    /// <summary>Statements before the first layer.</summary>
    public static string BeforeStep(PortableContext context)
    {
        if (!context.Plan.DelaysInput)
            return "";
        string ring = Ring(Projection.NetworkInput), size = Literal.Of(context.Plan.InputSize), steps = Literal.Of(Steps(context.Plan, Projection.NetworkInput));
        // A held input has no spikes, not even late ones.
        string clear = context.Plan.HoldsCurrents ? $"if (inputs == null)\n    global::System.Array.Clear({ring}, 0, {ring}.Length);\n" : "";
        return clear + $"""
            int newest = (int)(_stepCount % {steps}) * {size};
            global::System.Array.Clear({ring}, newest, {size});
            for (int e = start; e < end; e++)
                {ring}[newest + inputs[e]] = true;

            """;
    }

    /// <summary>Statements after a layer.</summary>
    public static string AfterLayer(PortableClass plan, PortableLayer layer)
    {
        if (plan.History(layer.Index) == 0)
            return "";
        string index = Literal.Of(layer.Index), ring = Ring(layer.Index), size = Literal.Of(layer.Neurons);
        string newest = $"int newest = (int)(_stepCount % {Literal.Of(Steps(plan, layer.Index))}) * {size};\n";
        return newest + (layer.Spikes ? $"""
            global::System.Array.Clear({ring}, newest, {size});
            for (int e = 0; e < _spikeCount{index}; e++)
                {ring}[newest + _spikes{index}[e]] = true;
            """ : $"global::System.Array.Copy(_potentials{index}, 0, {ring}, newest, {size});");
    }

    /// <summary>Statements that list the spikes of a projection that arrive, as <c>_arriving</c> and its <c>count</c>.</summary>
    public static string Gather(PortableContext context, PortableLayer layer, PortableProjection projection) => $$"""
        int count = 0;
        for (int i = 0; i < {{Literal.Of(projection.Inputs)}}; i++)
        {
            {{At(layer, projection)}}
            if (at >= 0 && {{Element(context.Plan, projection)}})
            {
                _arriving[count] = i;
                count++;
            }
        }
        """;

    /// <summary>The statement of the step <c>at</c> whose part of input <c>i</c> arrives.</summary>
    public static string At(PortableLayer layer, PortableProjection projection) =>
        $"long at = _stepCount - {(projection.InputDelays is { } delays ? PortableParameters.At(delays, "Tables." + PortableNames.Delays(layer, projection), projection.Inputs).Replace("[j]", "[i]") : Literal.Of(projection.Delay))};";

    /// <summary>The element of the ring that arrives.</summary>
    public static string Element(PortableClass plan, PortableProjection projection) =>
        $"{Ring(projection.Source)}[(int)(at % {Literal.Of(Steps(plan, projection.Source))}) * {Literal.Of(projection.Inputs)} + i]";

    private static int Steps(PortableClass plan, int source) => plan.History(source) + 1;

    private static string Ring(int source) => source == Projection.NetworkInput ? "_lateInputs" : "_late" + Literal.Of(source);
}
