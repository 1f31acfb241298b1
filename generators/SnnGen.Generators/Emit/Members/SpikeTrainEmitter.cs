using SnnGen.Generators.Emit.Text;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Members;

/// <summary>The type of the input spikes of one inference, and of a single spike.</summary>
internal static class SpikeTrainEmitter
{
    private const string Span = "global::System.ReadOnlySpan";
    private const string Runtime = "global::SnnGen.Runtime.";

    public static void Write(EmitContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Separate();
        using (writer.Block("""
            /// <summary>
            /// Input spikes of one inference, bit-packed: <see cref="TimeSteps"/> frames of <see cref="FrameWords"/> words. The default has none.
            /// </summary>
            public struct SpikeTrain
            """))
        {
            if (!context.Plan.IsShapeOnly)
                writer.Lines("private SpikeTrainWords _words;");
            WriteIndexer(context);
            WriteFrame(context);
            WriteEncode(context, "byte", "0 is nothing, 255 is full scale", "input[i]");
            WriteEncode(context, "float", "in the model's own units", Runtime + "InputLevels.Quantise(input[i], InputScale, InputOffset)");
            WriteFromEvents(context);
        }
        writer.Separate();
        writer.Lines("""
            /// <summary>A spike of one input.</summary>
            /// <param name="step">Time step, from 0.</param>
            /// <param name="input">Input, from 0.</param>
            public readonly struct SpikeEvent(int step, int input)
            {
                /// <summary>Time step, from 0.</summary>
                public int Step { get; } = step;

                /// <summary>Input, from 0.</summary>
                public int Input { get; } = input;
            }
            """);
    }

    private static void WriteIndexer(EmitContext context)
    {
        context.Writer.Separate();
        using (context.Writer.Block("""
            /// <summary>Whether an input spikes at a step.</summary>
            /// <param name="step">0 to <see cref="TimeSteps"/> - 1.</param>
            /// <param name="input">0 to <see cref="InputSize"/> - 1.</param>
            /// <exception cref="global::System.ArgumentOutOfRangeException">An index is out of range.</exception>
            public bool this[int step, int input]
            """))
        {
            context.Method("readonly get", "return (_words[Word(step, input)] >> (input & 63) & 1) != 0;");
            context.Method("set", """
                ref ulong word = ref _words[Word(step, input)];
                ulong bit = 1UL << (input & 63);
                word = value ? word | bit : word & ~bit;
                """);
        }
        if (context.Plan.IsShapeOnly)
            return;
        context.Method("private static int Word(int step, int input)", $"""
            {Runtime}Arguments.RequireIndex(step, TimeSteps, nameof(step));
            {Runtime}Arguments.RequireIndex(input, InputSize, nameof(input));
            return step * FrameWords + (input >> 6);
            """);
    }

    private static void WriteFrame(EmitContext context)
    {
        WriteOneFrame(context);
        if (!context.Plan.IsShapeOnly)
        {
            context.Method(
                $"[global::System.Diagnostics.CodeAnalysis.UnscopedRef]\ninternal readonly {Span}<ulong> Frames(int first, int count)",
                $"return (({Span}<ulong>)_words).Slice(first * FrameWords, count * FrameWords);");
        }
    }

    private static void WriteOneFrame(EmitContext context) => context.Method(
        $"""
        /// <summary>The spikes of one step, input i in bit i mod 64 of word i / 64.</summary>
        /// <param name="step">0 to <see cref="TimeSteps"/> - 1.</param>
        /// <exception cref="global::System.ArgumentOutOfRangeException">The step is out of range.</exception>
        [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
        public readonly {Span}<ulong> Frame(int step)
        """,
        $"""
        {Runtime}Arguments.RequireIndex(step, TimeSteps, nameof(step));
        return (({Span}<ulong>)_words).Slice(step * FrameWords, FrameWords);
        """);

    private static void WriteEncode(EmitContext context, string element, string units, string level)
    {
        string input = $"{Span}<{element}> input";
        if (context.Plan.Input.Encoding != InputEncoding.Poisson)
        {
            context.Method(EncodeDeclaration(context.Plan.Input.Encoding, units, "", input), EncodeBody(context.Plan.Input.Encoding, level));
            return;
        }
        context.Expression(
            EncodeDeclaration(InputEncoding.Poisson, units, "", input), $"Encode(input, {Literal.Of(context.Plan.Input.Seed)})");
        const string Seed = "\n/// <param name=\"seed\">Another seed gives other spikes of the same probabilities.</param>";
        context.Method(EncodeDeclaration(InputEncoding.Poisson, units, Seed, input + ", int seed"), EncodeBody(InputEncoding.Poisson, level));
    }

    private static string EncodeDeclaration(InputEncoding encoding, string units, string seed, string parameters) => $"""
        /// <summary>{Describe(encoding)}</summary>
        /// <param name="input"><see cref="InputSize"/> values; {units}.</param>{seed}
        /// <exception cref="global::System.ArgumentException">The input has not <see cref="InputSize"/> values.</exception>
        public static SpikeTrain Encode({parameters})
        """;

    private static string EncodeBody(InputEncoding encoding, string level) => $"""
        {Runtime}Arguments.RequireLength(input.Length, InputSize, nameof(input));
        SpikeTrain train = default;
        for (int i = 0; i < input.Length; i++)
            {Runtime}{Encoder(encoding)}(train._words, FrameWords, i, {level}{(encoding == InputEncoding.Poisson ? ", seed" : "")});
        return train;
        """;

    private static string Encoder(InputEncoding encoding) =>
        encoding is InputEncoding.Poisson or InputEncoding.Latency ? $"{encoding}Encoder.Encode" : "InputLevels.EncodeRate";

    private static string Describe(InputEncoding encoding) => encoding switch
    {
        InputEncoding.Poisson => "Random rate code: an input u of full scale 1 spikes at each step with probability u; always the same spikes for the same seed.",
        InputEncoding.Latency => "Latency code: each input spikes once, the earlier the stronger, and its current lasts from then on.",
        _ => "Rate code without chance: an input u of full scale 1 spikes about u T times, evenly spread.",
    };

    private static void WriteFromEvents(EmitContext context) => context.Method(
        $"""
        /// <summary>Spikes from a list of events, in any order; an event given twice counts once.</summary>
        /// <param name="events">Steps 0 to <see cref="TimeSteps"/> - 1 and inputs 0 to <see cref="InputSize"/> - 1.</param>
        /// <exception cref="global::System.ArgumentOutOfRangeException">An event is out of range.</exception>
        public static SpikeTrain FromEvents({Span}<SpikeEvent> events)
        """,
        """
        SpikeTrain train = default;
        foreach (SpikeEvent spike in events)
            train[spike.Step, spike.Input] = true;
        return train;
        """);
}
