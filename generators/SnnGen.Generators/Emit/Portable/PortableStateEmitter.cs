using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>What an instance holds: all arrays of the network, allocated once.</summary>
internal static class PortableStateEmitter
{
    public static void WriteFields(PortableContext context)
    {
        if (context.Plan.IsShapeOnly)
            return;
        SourceWriter writer = context.Writer;
        writer.Separate();
        foreach ((string type, string name, _) in Arrays(context))
            writer.Lines($"private readonly {type}[] {name};");
        foreach (PortableLayer layer in context.Plan.Firing)
            writer.Lines($"private int _spikeCount{Literal.Of(layer.Index)};");
        writer.Lines($"""
            private long _stepCount, _synapticOperations, _spikes;
            private int _class;
            private {(context.Plan.HasScores ? "int" : context.Numbers.DifferenceType)} _margin;
            """);
        if (context.Plan.TakesValues)
            writer.Lines("private bool _isHolding;");
    }

    public static void WriteConstructor(PortableContext context) => context.Method(
        $"""
        /// <summary>A network before its first step. This is the one place that allocates.</summary>
        public {context.ClassName}()
        """,
        () =>
        {
            foreach ((string type, string name, int length) in Arrays(context))
                context.Writer.Lines($"{name} = new {type}[{Literal.Of(length)}];");
            if (context.Plan.Input.Encoding == InputEncoding.Poisson)
                context.Writer.Lines($"Seed = {Literal.Of(context.Plan.Input.Seed)};");
            context.Writer.Lines("Reset();");
        });

    public static void WriteReset(PortableContext context) => context.Method(
        """
        /// <summary>Back to before the first step, with nothing held.</summary>
        public void Reset()
        """,
        () =>
        {
            foreach (PortableLayer layer in context.Plan.Layers)
                ResetLayer(context, layer);
            string clear = context.Plan.InputLasts ? "global::System.Array.Clear(_seen, 0, InputSize);\n" : "";
            if (context.Plan.Input.Encoding == InputEncoding.Rate)
                clear = $"for (int i = 0; i < InputSize; i++)\n    _accumulators[i] = {Literal.Of(InputEncoder.RateEncoderStart)};\n";
            if (context.Plan.HasScores)
                clear += "global::System.Array.Clear(_scores, 0, OutputSize);\n";
            foreach ((_, string name, int length) in PortableDelayEmitter.Rings(context.Plan))
                clear += $"global::System.Array.Clear({name}, 0, {Literal.Of(length)});\n";
            if (context.Plan.TakesValues)
                clear += "_isHolding = false;\n";
            context.Writer.Lines(clear + """
                _stepCount = 0;
                _synapticOperations = 0;
                _spikes = 0;
                _class = 0;
                _margin = 0;
                """);
        });

    private static void ResetLayer(PortableContext context, PortableLayer layer)
    {
        string index = Literal.Of(layer.Index);
        PortableParameters.Fill(context, "_potentials" + index, layer.InitialPotential, PortableNames.InitialPotential(layer), layer.Neurons);
        if (layer.Pooling is not null)
            context.Writer.Lines($"global::System.Array.Clear(_deficits{index}, 0, {Literal.Of(layer.Deficits)});");
        if (layer.HasSynapses)
            context.Writer.Lines($"global::System.Array.Clear(_synaptic{index}, 0, {Literal.Of(layer.Neurons)});");
        if (layer.Rests)
            context.Writer.Lines($"global::System.Array.Clear(_refractory{index}, 0, {Literal.Of(layer.Neurons)});");
        if (layer.TakesInput && context.Plan.InputLasts)
            PortableParameters.Fill(context, "_held" + index, layer.Bias, PortableNames.Bias(layer), layer.Currents);
        if (layer.Spikes)
            context.Writer.Lines($"_spikeCount{index} = 0;");
    }

    private static IEnumerable<(string Type, string Name, int Length)> Arrays(PortableContext context)
    {
        PortableClass plan = context.Plan;
        string number = context.Numbers.Number;
        foreach (PortableLayer layer in plan.Layers)
        {
            foreach ((string, string, int) array in LayerArrays(layer, number))
                yield return array;
            if (layer.TakesInput && (plan.HoldsCurrents || plan.InputLasts))
                yield return (number, "_held" + Literal.Of(layer.Index), layer.Currents);
        }
        yield return (number, "_currents", plan.LargestCurrents);
        if (plan.LargestHosted > 0)
            yield return (number, "_host", plan.LargestHosted);
        if (plan.LargestPooled > 0)
            yield return (number, "_pooled", plan.LargestPooled);
        if (plan.HasScores)
            yield return ("int", "_scores", plan.Readout.Neurons);
        foreach ((string, string, int) ring in PortableDelayEmitter.Rings(plan))
            yield return ring;
        foreach ((string type, string name) in InputArrays(plan))
            yield return (type, name, plan.InputSize);
    }

    private static IEnumerable<(string Type, string Name)> InputArrays(PortableClass plan)
    {
        if (!plan.Encodes)
            yield break;
        yield return ("int", "_inputSpikes");
        yield return ("byte", "_levels");
        if (plan.Input.Encoding == InputEncoding.Rate)
            yield return ("byte", "_accumulators");
        if (plan.InputLasts)
            yield return ("bool", "_seen");
    }

    private static IEnumerable<(string Type, string Name, int Length)> LayerArrays(PortableLayer layer, string number)
    {
        string index = Literal.Of(layer.Index);
        yield return (number, "_potentials" + index, layer.Neurons);
        if (layer.Spikes)
            yield return ("int", "_spikes" + index, layer.Neurons);
        if (layer.Pooling is not null)
            yield return (number, "_deficits" + index, layer.Deficits);
        if (layer.HasSynapses)
            yield return (number, "_synaptic" + index, layer.Neurons);
        if (layer.Rests)
            yield return (layer.RestsBriefly ? "byte" : "int", "_refractory" + index, layer.Neurons);
    }
}
