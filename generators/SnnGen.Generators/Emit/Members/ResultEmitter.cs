using SnnGen.Generators.Emit.Text;
using SnnGen.Spiking;

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
            context.Expression($"""
                /// <summary>An output in the units of the model: {Describe(context.Plan.Output.Function)} of its mean current. Of a classifier with a softmax it is the logit.</summary>
                /// <param name="output">0 to <see cref="OutputSize"/> - 1.</param>
                /// <exception cref="global::System.ArgumentOutOfRangeException">There is no such output.</exception>
                public float Value(int output)
                """, $"global::SnnGen.Runtime.OutputUnits.{context.Plan.Output.Function}(Potentials, output, _stepCount, OutputScale)");
            if (context.Plan.Labels.Count > 0)
                writer.Lines("""
                    /// <summary>The decision by name.</summary>
                    public Label Label => (Label)Class;
                    """);
        }
    }

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
        context.Writer.Lines("private readonly OutputValues _potentials;");
        context.Writer.Lines("private readonly long _stepCount;");
        context.Method(
            $"internal Result({Span}<{number}> potentials, long stepCount, long synapticOperations, long spikes)",
            $"""
            Class = global::SnnGen.Runtime.Readout.Decide(potentials, out {number} margin);
            Margin = margin;
            _stepCount = stepCount;
            SynapticOperations = synapticOperations;
            Spikes = spikes;
            potentials.CopyTo(_potentials);
            """);
    }
}
