using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Members;

/// <summary>Sizes, as named constants.</summary>
internal static class ConstantsEmitter
{
    public static void Write(EmitContext context)
    {
        InferenceClass plan = context.Plan;
        SourceWriter writer = context.Writer;
        writer.Lines($"""
            /// <summary>Number of inputs: shape {plan.Input.Shape}, row-major.</summary>
            public const int InputSize = {Literal.Of(plan.InputSize)};

            /// <summary>Number of outputs, the classes.</summary>
            public const int OutputSize = {Literal.Of(plan.Readout.Neurons)};

            /// <summary>Time steps of one inference.</summary>
            public const int TimeSteps = {Literal.Of(plan.TimeSteps)};

            /// <summary>Words of the input spikes of one time step: one bit an input, input i in bit i mod 64 of word i / 64.</summary>
            public const int FrameWords = {Literal.Of(plan.FrameWords)};
            """);
        if (!plan.IsShapeOnly)
            WritePrivate(plan, writer);
        writer.Separate();
    }

    private static void WritePrivate(InferenceClass plan, SourceWriter writer)
    {
        writer.Lines($"""

            // A value x of the model is the normalised input u = (x - InputOffset) / InputScale; u = 1 is worth a spike.
            private const float InputScale = {Literal.Of(plan.Input.Scale)};
            private const float InputOffset = {Literal.Of(plan.Input.Offset)};

            // Units of the model's last preactivation per unit of potential and step.
            private const double OutputScale = {Literal.Of(plan.Output.Scale)};
            """);
        if (plan.ChunkSteps < plan.TimeSteps && !plan.MayExit)
        {
            writer.Lines($"""

                // Steps that a layer does before the next layer does the same ones.
                private const int ChunkSteps = {Literal.Of(plan.ChunkSteps)};
                """);
        }
        foreach (LayerPlan layer in plan.Layers)
        {
            string name = "Layer" + Literal.Of(layer.Index);
            writer.Lines($"""

                // {FreeText.Comment(layer.Name)}: {NeuronText.Describe(layer.Neuron)}. Stride: neurons, padded to whole vectors.
                private const int {name}Neurons = {Literal.Of(layer.Neurons)};
                private const int {name}Stride = {Literal.Of(layer.Stride)};
                """);
            if (layer.Pooling is not null)
            {
                writer.Lines($"""
                    private const int {name}Currents = {Literal.Of(layer.Currents)};
                    private const int {name}CurrentStride = {Literal.Of(layer.CurrentStride)};
                    private const int {name}Deficits = {Literal.Of(layer.Deficits)};
                    """);
            }
            if (layer.Spikes)
                writer.Lines($"private const int {name}Words = {Literal.Of(layer.SpikeWords)};");
        }
    }
}
