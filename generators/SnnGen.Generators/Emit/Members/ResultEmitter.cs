using SnnGen.Generators.Emit.Text;

namespace SnnGen.Generators.Emit.Members;

/// <summary>The type of an inference's outcome.</summary>
internal static class ResultEmitter
{
    private const string Span = "global::System.ReadOnlySpan";

    public static void Write(EmitContext context)
    {
        SourceWriter writer = context.Writer;
        string number = context.Numbers.Number;
        writer.Separate();
        using (writer.Block("""
            /// <summary>What an inference decided, and what it took.</summary>
            public readonly struct Result
            """))
        {
            if (!context.Plan.IsShapeOnly)
                WriteConstructor(context);
            writer.Separate();
            writer.Lines($$"""
                /// <summary>The decision: the output of largest membrane potential, the lowest index on a tie; 0 to <see cref="OutputSize"/> - 1.</summary>
                public int Class { get; }

                /// <summary>Largest minus second-largest membrane potential, in units of the weights; of a single output, its potential.</summary>
                public {{number}} Margin { get; }

                /// <summary>Products of a weight and a nonzero input; an input that is held counts once.</summary>
                public long SynapticOperations { get; }

                /// <summary>Spikes of all layers, those of the input not counted.</summary>
                public long Spikes { get; }
                """);
            context.Expression($"""
                /// <summary>Membrane potentials of the outputs, <see cref="OutputSize"/> values in units of the weights.</summary>
                [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
                public {Span}<{number}> Potentials
                """, "_potentials");
            if (context.Plan.Labels.Count > 0)
                writer.Lines("""
                    /// <summary>The decision by name.</summary>
                    public Label Label => (Label)Class;
                    """);
        }
    }

    private static void WriteConstructor(EmitContext context)
    {
        string number = context.Numbers.Number;
        context.Writer.Lines("private readonly OutputValues _potentials;");
        context.Method(
            $"internal Result({Span}<{number}> potentials, long synapticOperations, long spikes)",
            $"""
            Class = global::SnnGen.Runtime.Readout.Decide(potentials, out {number} margin);
            Margin = margin;
            SynapticOperations = synapticOperations;
            Spikes = spikes;
            potentials.CopyTo(_potentials);
            """);
    }
}
