using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>What the network has decided, and what it took.</summary>
internal static class PortableResultEmitter
{
    public static void WriteProperties(PortableContext context)
    {
        PortableClass plan = context.Plan;
        (string decision, string margin) = Describe(plan.Output.Readout);
        context.Expression($"""
            /// <summary>Time steps so far{Exit(plan.Output.Exit)}.</summary>
            public long StepCount
            """, "_stepCount");
        context.Expression($"""
            /// <summary>The decision after the last step: {decision}, the lowest index on a tie; 0 to <see cref="OutputSize"/> - 1.</summary>
            public int Class
            """, "_class");
        if (plan.Labels.Count > 0)
        {
            context.Expression("""
                /// <summary>The decision by name.</summary>
                public Label ClassLabel
                """, "(Label)_class");
        }
        context.Expression($"""
            /// <summary>{margin}</summary>
            public {(plan.HasScores ? "int" : context.Numbers.DifferenceType)} Margin
            """, "_margin");
        context.Expression("""
            /// <summary>Products of a weight and a nonzero input since the reset; an input that is held counts once.</summary>
            public long SynapticOperations
            """, "_synapticOperations");
        context.Expression("""
            /// <summary>Spikes of all layers since the reset, those of the input not counted.</summary>
            public long Spikes
            """, "_spikes");
        if (plan.Input.Encoding != InputEncoding.Poisson)
            return;
        context.Writer.Lines("""
            /// <summary>Another seed gives other spikes of a held input, of the same probabilities. A reset does not change it.</summary>
            public int Seed { get; set; }
            """);
        context.Writer.Separate();
    }

    public static void WriteAccessors(PortableContext context)
    {
        string potentials = "_potentials" + Literal.Of(context.Plan.Readout.Index);
        WriteAccessor(
            context, "Membrane potential of an output, in units of the weights.",
            $"public {context.Numbers.Number} GetPotential(int output)", $"return {potentials}[output];");
        if (context.Plan.HasScores)
        {
            WriteAccessor(
                context, $"What decides before the potentials do: {Score(context.Plan.Output.Readout)}.", "public int GetScore(int output)", "return _scores[output];");
        }
        else if (context.Plan.IsFloat)
        {
            WriteAccessor(context, "An output in the units of the model; of a classifier with a softmax it is the logit.", "public float Value(int output)", $"""
                double u = (double)({(context.Plan.Output.Averages ? $"(double)(OutputScale * {potentials}[output]) / (_stepCount < 1 ? 1 : _stepCount)" : $"OutputScale * {potentials}[output]")});
                return {Apply(context.Plan.Output.Function)};
                """);
        }
        WriteLayerSpikes(context);
    }

    private static string Exit(EarlyExit exit) => exit.Rule switch
    {
        ExitRule.Exact => "; after a run fewer than <see cref=\"TimeSteps\"/> where no further input could change the decision",
        ExitRule.Confident => $"; after a run fewer than <see cref=\"TimeSteps\"/> where the decision led by a margin of {exit.Margin.ToString("G9", System.Globalization.CultureInfo.InvariantCulture)}",
        _ => "",
    };

    private static string Score(Readout readout) => readout == Readout.Count ? "spikes" : "int.MaxValue minus the step of the first spike, or 0 without one";

    private static void WriteAccessor(PortableContext context, string summary, string signature, string body) => context.Method(
        $"""
        /// <summary>{summary}</summary>
        /// <param name="output">0 to <see cref="OutputSize"/> - 1.</param>
        /// <exception cref="global::System.ArgumentOutOfRangeException">There is no such output.</exception>
        {signature}
        """,
        $"""
        if (output < 0 || output >= OutputSize)
            throw new global::System.ArgumentOutOfRangeException(nameof(output));
        {body}
        """);

    private static void WriteLayerSpikes(PortableContext context) => context.Method(
        """
        /// <summary>Writes which neurons of a layer spiked in the last step, ascending.</summary>
        /// <param name="layer">From 0; a last layer that only integrates has no spikes and is not counted.</param>
        /// <param name="neurons">Receives them; as long as the layer to be sure.</param>
        /// <returns>How many.</returns>
        /// <exception cref="global::System.ArgumentOutOfRangeException">There is no such layer.</exception>
        /// <exception cref="global::System.ArgumentException">There are more spikes than the array can take.</exception>
        public int LayerSpikes(int layer, int[] neurons)
        """,
        () =>
        {
            if (!context.Plan.Firing.Any())
            {
                context.Writer.Lines("throw new global::System.ArgumentOutOfRangeException(nameof(layer));");
                return;
            }
            context.Writer.Lines("int[] spikes;\nint count;");
            using (context.Writer.Block("switch (layer)"))
            {
                foreach ((int position, PortableLayer layer) in context.Plan.Firing.Select((layer, position) => (position, layer)))
                {
                    string index = Literal.Of(layer.Index);
                    context.Writer.Lines($"case {Literal.Of(position)}:\n    spikes = _spikes{index};\n    count = _spikeCount{index};\n    break;");
                }
                context.Writer.Lines("default:\n    throw new global::System.ArgumentOutOfRangeException(nameof(layer));");
            }
            context.Writer.Lines("""
                if (neurons == null)
                    throw new global::System.ArgumentNullException(nameof(neurons));
                if (neurons.Length < count)
                    throw new global::System.ArgumentException("the array is shorter than the list of spikes");
                global::System.Array.Copy(spikes, neurons, count);
                return count;
                """);
        });

    private static string Apply(OutputFunction function) => function switch
    {
        OutputFunction.Relu => "(float)(u > 0 || double.IsNaN(u) ? u : 0)",
        OutputFunction.Tanh => "(float)global::System.Math.Tanh(u)",
        OutputFunction.Sigmoid => "(float)(1 / (1 + global::System.Math.Exp(-u)))",
        _ => "(float)u",
    };

    private static (string Decision, string Margin) Describe(Readout readout) => readout switch
    {
        Readout.Count => ("the output of most spikes, of equally many the one of larger membrane potential", "Most minus second-most spikes; of a single output, its spikes."),
        Readout.First => ("the output that spiked first, of simultaneous ones, or without one, the one of larger membrane potential", "Steps between the first spikes of the first and the second output; more where the second has none."),
        _ => ("the output of largest membrane potential", "Largest minus second-largest membrane potential, in units of the weights; of a single output, its potential."),
    };
}
