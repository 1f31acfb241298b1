using SnnGen.Generators.Emit.Text;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

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
            (string decision, string margin) = Describe(context.Plan.Output.Readout);
            if (context.Plan is { HasScores: false, Arithmetic: FixedPointArithmetic { PotentialBits: FixedPointArithmetic.MaximumPotentialBits } })
                margin += " Potentials may lie further apart than int.MaxValue, which it then is.";
            writer.Lines($$"""
                /// <summary>The decision: {{decision}}, the lowest index on a tie; 0 to <see cref="OutputSize"/> - 1.</summary>
                public int Class { get; }

                /// <summary>{{margin}}</summary>
                public {{(context.Plan.HasScores ? "int" : number)}} Margin { get; }

                /// <summary>Time steps that it took.</summary>
                public long Steps { get; }

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
            if (context.Plan.HasScores)
                WriteScores(context);
            else
                WriteValue(context);
            if (context.Plan.Labels.Count > 0)
                writer.Lines("""
                    /// <summary>The decision by name.</summary>
                    public Label Label => (Label)Class;
                    """);
        }
    }

    private static void WriteValue(EmitContext context) =>
        context.Expression($"""
            /// <summary>An output in the units of the model: {Describe(context.Plan.Output.Function)} of its {(context.Plan.Output.Averages ? "mean current" : "membrane potential")}. Of a classifier with a softmax it is the logit.</summary>
            /// <param name="output">0 to <see cref="OutputSize"/> - 1.</param>
            /// <exception cref="global::System.ArgumentOutOfRangeException">There is no such output.</exception>
            public float Value(int output)
            """, $"global::SnnGen.Runtime.OutputUnits.{context.Plan.Output.Function}(Potentials, output, {(context.Plan.Output.Averages ? "Steps" : "1")}, OutputScale)");

    private static void WriteScores(EmitContext context) => context.Expression($"""
        /// <summary>What decides before the potentials do, <see cref="OutputSize"/> numbers: {(context.Plan.Output.Readout == Readout.Count ? "spikes" : "int.MaxValue minus the step of the first spike, or 0 without one")}.</summary>
        [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
        public {Span}<int> Scores
        """, "_scores");

    private static (string Decision, string Margin) Describe(Readout readout) => readout switch
    {
        Readout.Count => ("the output of most spikes, of equally many the one of larger membrane potential", "Most minus second-most spikes; of a single output, its spikes."),
        Readout.First => ("the output that spiked first, of simultaneous ones, or without one, the one of larger membrane potential", "Steps between the first spikes of the first and the second output; more where the second has none."),
        _ => ("the output of largest membrane potential", "Largest minus second-largest membrane potential, in units of the weights; of a single output, its potential."),
    };

    private static string Describe(OutputFunction function) => function switch
    {
        OutputFunction.Relu => "max(u, 0)",
        OutputFunction.Tanh => "tanh u",
        OutputFunction.Sigmoid => "1 / (1 + exp(-u))",
        _ => "the value u",
    };

    private static void WriteConstructor(EmitContext context)
    {
        string number = context.Numbers.Number;
        bool hasScores = context.Plan.HasScores;
        context.Writer.Lines("private readonly OutputValues _potentials;");
        if (hasScores)
            context.Writer.Lines("private readonly OutputScores _scores;");
        context.Method(
            $"internal Result({Span}<{number}> potentials, {(hasScores ? $"{Span}<int> scores, " : "")}long steps, long synapticOperations, long spikes)",
            $"""
            Class = global::SnnGen.Runtime.{(hasScores ? "SpikeReadout.Decide(scores, " : number == "float" ? "Float32Readout.Decide(" : "Readout.Decide(")}potentials, out {(hasScores ? "int" : number)} margin);
            Margin = margin;
            Steps = steps;
            {(hasScores ? "scores.CopyTo(_scores);\n" : "")}            SynapticOperations = synapticOperations;
            Spikes = spikes;
            potentials.CopyTo(_potentials);
            """);
    }
}
