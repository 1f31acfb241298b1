using System.Text;
using SnnGen.Generators.Emit.Layers;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Members;

/// <summary>The type that holds a network between two steps, and steps it.</summary>
internal static class StateEmitter
{
    private const string Span = "global::System.ReadOnlySpan";
    private const string Runtime = "global::SnnGen.Runtime.";

    public static void Write(EmitContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Separate();
        using (writer.Block("""
            /// <summary>The network between two time steps; its default is the state before the first one. A large struct: pass it by reference.</summary>
            public struct State
            """))
        {
            if (!context.Plan.IsShapeOnly)
                WriteFields(context.Plan, writer);
            WritePublic(context);
            if (!context.Plan.IsShapeOnly)
                WriteStepping(context);
        }
    }

    private static void WriteFields(InferenceClass plan, SourceWriter writer)
    {
        foreach (LayerPlan layer in plan.Layers)
            writer.Lines($"private Layer{Literal.Of(layer.Index)}Values _potentials{Literal.Of(layer.Index)};");
        foreach (LayerPlan layer in plan.Firing)
            writer.Lines($"private Layer{Literal.Of(layer.Index)}SpikeWords _spikes{Literal.Of(layer.Index)};");
        foreach (LayerPlan layer in plan.Layers.Where(layer => layer.Pooling is not null))
            writer.Lines($"private Layer{Literal.Of(layer.Index)}DeficitValues _deficits{Literal.Of(layer.Index)};");
        foreach (LayerPlan layer in plan.Layers.Where(layer => layer.HasSynapses))
            writer.Lines($"private Layer{Literal.Of(layer.Index)}Values _synaptic{Literal.Of(layer.Index)};");
        foreach (LayerPlan layer in plan.Firing.Where(layer => layer.Rests))
            writer.Lines($"private Layer{Literal.Of(layer.Index)}Counters _refractory{Literal.Of(layer.Index)};");
        foreach (LayerPlan layer in plan.Layers.Where(layer => layer.TakesInput && plan.KeepsInputCurrents))
            writer.Lines($"private {LayerNames.CurrentBuffer(layer)} _heldCurrents{Literal.Of(layer.Index)};");
        if (plan.HoldsInput)
            writer.Lines("private bool _isHolding;");
        if (plan.InputLasts)
            writer.Lines("private InputWords _seenInputs;");
        if (plan.DelaysInput)
            writer.Lines("private LateInputWords _lateInputs;");
        foreach (LayerPlan layer in plan.Layers.Where(layer => plan.Passes(layer) && plan.History(layer.Index) > 0))
            writer.Lines($"private Layer{Literal.Of(layer.Index)}LateValues _late{Literal.Of(layer.Index)};");
        writer.Lines("""
            private long _stepCount;
            private int _class;
            private long _synapticOperations;
            """);
        if (plan.Firing.Any())
            writer.Lines("private long _spikeCount;");
        if (plan.HasScores)
            writer.Lines("private OutputScores _scores;");
    }

    private static void WritePublic(EmitContext context)
    {
        context.Expression("""
            /// <summary>Time steps so far.</summary>
            public readonly long StepCount
            """, "_stepCount");
        context.Expression("""
            /// <summary>Back to before the first step, with nothing held.</summary>
            public void Reset()
            """, "this = default");
        WriteSaving(context);
        context.Method(
            $"""
            /// <summary>Spikes of a layer in the last step, neuron i in bit i mod 64 of word i / 64.</summary>
            /// <param name="layer">From 0; a last layer that only integrates has no spikes and is not counted.</param>
            /// <exception cref="global::System.ArgumentOutOfRangeException">There is no such layer.</exception>
            [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
            public readonly {Span}<ulong> LayerSpikes(int layer)
            """,
            $"{Runtime}Arguments.RequireIndex(layer, {Literal.Of(context.Plan.Firing.Count())}, nameof(layer));\n{SelectLayer(context.Plan)}");
    }

    // A state is plain data: a copy of the struct is a clone, and its bytes are all there is to save.
    private static void WriteSaving(EmitContext context)
    {
        context.Expression("""
            /// <summary>Bytes of a saved state.</summary>
            public static int SavedBytes
            """, "global::System.Runtime.CompilerServices.Unsafe.SizeOf<State>()");
        context.Method(
            """
            /// <summary>Saves the state, for the same build of this class on the same kind of machine. An assignment clones it.</summary>
            /// <param name="target">Receives it; <see cref="SavedBytes"/> bytes.</param>
            /// <exception cref="global::System.ArgumentException">There is not room for exactly the state.</exception>
            public readonly void Save(global::System.Span<byte> target)
            """,
            $"""
            {Runtime}Arguments.RequireState(target.Length, SavedBytes, nameof(target));
            global::System.Runtime.InteropServices.MemoryMarshal.Write(target, in this);
            """);
        context.Method(
            $"""
            /// <summary>The state that <see cref="Save"/> wrote.</summary>
            /// <param name="source"><see cref="SavedBytes"/> bytes.</param>
            /// <exception cref="global::System.ArgumentException">It is not as long as a state.</exception>
            public static State Restore({Span}<byte> source)
            """,
            $"""
            {Runtime}Arguments.RequireState(source.Length, SavedBytes, nameof(source));
            return global::System.Runtime.InteropServices.MemoryMarshal.Read<State>(source);
            """);
    }

    private static string SelectLayer(InferenceClass plan)
    {
        string[] arms = [.. plan.Firing.Select((layer, position) => $"    {Literal.Of(position)} => {HistoryEmitter.LastSpikes(plan, layer)},\n")];
        return arms.Length == 0
            ? "return default;"
            : "return layer switch\n{\n" + string.Concat(arms) + $"    _ => default({Span}<ulong>),\n}};";
    }

    private static void WriteStepping(EmitContext context)
    {
        InferenceClass plan = context.Plan;
        if (plan.HoldsInput)
        {
            context.Expression("internal readonly bool IsHolding", "_isHolding");
            HeldInputEmitter.Write(context);
            context.Method("internal void AdvanceHeld(int steps)", Advance(context, isHeld: true));
        }
        context.Method($"internal void Advance(scoped {Span}<ulong> frames, int steps)", Advance(context, isHeld: false));
        context.Method("internal readonly Result Decide()", $"""
            return new Result((({Span}<{context.Numbers.Number}>)_potentials{Literal.Of(plan.Readout.Index)}).Slice(0, OutputSize), {(plan.HasScores ? "_scores, " : "")}_stepCount, _synapticOperations, {(plan.Firing.Any() ? "_spikeCount" : "0")});
            """);
        if (plan.MayExit)
            WriteExit(context);
        context.Method("internal bool Note(int decision)", """
            bool isNews = _stepCount == 1 || decision != _class;
            _class = decision;
            return isNews;
            """);
        WriteBegin(context);
        foreach (LayerPlan layer in plan.Layers)
            LayerEmitter.Write(context, layer);
    }

    private static void WriteExit(EmitContext context)
    {
        string outputs = $"(({Span}<{context.Numbers.Number}>)_potentials{Literal.Of(context.Plan.Readout.Index)}).Slice(0, OutputSize)";
        context.Method("internal readonly bool EndsAfter(int steps)", context.Plan.Output.Exit.Rule == ExitRule.Exact
            ? $"return {Runtime}EarlyExit.IsDecided({outputs}, Tables.ExitGains, TimeSteps - steps);"
            : $"return {Runtime}EarlyExit.IsConfident({outputs}, {context.Numbers.Margin(context.Plan.Output.Exit.Margin)});");
    }

    // Some steps, layer after layer: first all of one layer, then all of the next.
    private static string Advance(EmitContext context, bool isHeld)
    {
        InferenceClass plan = context.Plan;
        string take = plan.InputLasts && !isHeld ? $"""
            global::System.Span<ulong> news = stackalloc ulong[steps * FrameWords];
            {Runtime}InputLevels.TakeNew(frames, _seenInputs, news);
            frames = news;

            """ : "";
        var text = new StringBuilder("Begin();\n" + take + HistoryEmitter.Inputs(plan, isHeld));
        // A recurrent layer reads the past spikes of later ones.
        foreach (LayerPlan layer in plan.Layers.Where(_ => plan.IsRecurrent))
            text.Append(HistoryEmitter.Allocate(plan, layer));
        foreach (LayerPlan layer in plan.Layers)
        {
            if (!plan.IsRecurrent)
                text.Append(HistoryEmitter.Allocate(plan, layer));
            text.Append(LayerEmitter.Call(plan, layer, isHeld)).Append('\n');
        }
        foreach (LayerPlan layer in plan.Layers)
            text.Append(HistoryEmitter.Remember(plan, layer));
        return text.Append("_stepCount += steps;").ToString();
    }

    private static void WriteBegin(EmitContext context) => context.Method(
        "private void Begin()",
        "if (_stepCount > 0)\n    return;\n" + string.Join("\n", context.Plan.Layers.Select(
            layer => $"Tables.Layer{Literal.Of(layer.Index)}InitialPotential.CopyTo(_potentials{Literal.Of(layer.Index)});"))
        + string.Concat(context.Plan.Layers.Where(layer => layer.TakesInput && context.Plan.InputLasts).Select(
            layer => $"\nTables.Layer{Literal.Of(layer.Index)}Bias.CopyTo(_heldCurrents{Literal.Of(layer.Index)});")));
}
