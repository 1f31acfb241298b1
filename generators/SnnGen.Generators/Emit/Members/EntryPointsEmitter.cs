using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Members;

/// <summary>The static methods the app calls.</summary>
internal static class EntryPointsEmitter
{
    private const string Span = "global::System.ReadOnlySpan";
    private const string LengthError = """
        /// <exception cref="global::System.ArgumentException">The input has not <see cref="InputSize"/> values.</exception>
        """;

    public static void Write(EmitContext context)
    {
        WriteRunSpikes(context);
        foreach (string element in context.Plan.TakesValues ? ["byte", "float"] : Array.Empty<string>())
        {
            WriteRunValues(context, element);
            WriteRunMany(context, element);
        }
        foreach (string element in context.Plan.HoldsInput ? ["byte", "float"] : Array.Empty<string>())
            WriteHold(context, element);
        if (context.Plan.HoldsInput)
        {
            WriteStepHeld(context);
            WriteRunSequence(context);
        }
        WriteStepFrame(context);
        WriteStepEvents(context);
    }

    private static void WriteRunSpikes(EmitContext context) => context.Method(
        """
        /// <summary>One inference on spikes.</summary>
        /// <param name="spikes"><see cref="TimeSteps"/> frames of <see cref="InputSize"/> inputs; a spike is worth an input of full scale.</param>
        public static Result Run(in SpikeTrain spikes)
        """,
        $"""
        State state = default;
        {Chunks(context, steps => $"state.Advance(spikes.Frames(step, {steps}), {steps});")}
        return state.Decide();
        """);

    private static void WriteRunValues(EmitContext context, string element) => context.Method(
        $"""
        /// <summary>One inference on {Describe(element)}.</summary>
        /// <param name="input"><see cref="InputSize"/> values, shape {context.Plan.Input.Shape}, row-major; {Units(element)}.</param>
        {LengthError}
        public static Result Run({Span}<{element}> input)
        """,
        context.Plan.HoldsInput
            ? $"""
            State state = default;
            state.Hold(input);
            {Chunks(context, steps => $"state.AdvanceHeld({steps});")}
            return state.Decide();
            """
            : """
            SpikeTrain spikes = SpikeTrain.Encode(input);
            return Run(in spikes);
            """);

    private static void WriteRunMany(EmitContext context, string element) => context.Method(
        $"""
        /// <summary>Many inferences, one after the other; the classes only.</summary>
        /// <param name="inputs">Inputs in a row, <see cref="InputSize"/> values each; {Units(element)}.</param>
        /// <param name="classes">Receives a class for each input.</param>
        /// <exception cref="global::System.ArgumentException">There are not <see cref="InputSize"/> values for each class.</exception>
        public static void Run({Span}<{element}> inputs, global::System.Span<int> classes)
        """,
        """
        global::SnnGen.Runtime.Arguments.RequireBatch(inputs.Length, InputSize, classes.Length);
        for (int i = 0; i < classes.Length; i++)
            classes[i] = Run(inputs.Slice(i * InputSize, InputSize)).Class;
        """);

    private static void WriteStepEvents(EmitContext context) => context.Method(
        $"""
        /// <summary>One time step driven by a list of events, as a sensor gives them: what it costs grows with their number.</summary>
        /// <param name="state">The state to advance; its default is the state before the first step.</param>
        /// <param name="events">Inputs that spike, in any order; one given twice spikes once.</param>
        /// <param name="result">The decision after this step; its counts start with the state.</param>
        /// <returns>True on the first step and when the class has changed.</returns>
        /// <exception cref="global::System.ArgumentOutOfRangeException">There is no such input.</exception>
        public static bool Step(ref State state, {Span}<int> events, out Result result)
        """,
        """
        global::System.Span<ulong> frame = stackalloc ulong[FrameWords];
        foreach (int input in events)
        {
            global::SnnGen.Runtime.Arguments.RequireIndex(input, InputSize, nameof(events));
            frame[input >> 6] |= 1UL << (input & 63);
        }
        state.Advance(frame, 1);
        result = state.Decide();
        return state.Note(result.Class);
        """);

    private static void WriteHold(EmitContext context, string element) => context.Expression(
        $"""
        /// <summary>Holds an input over the steps that follow; its current is computed once.</summary>
        /// <param name="state">The state to hold it in.</param>
        /// <param name="input"><see cref="InputSize"/> values, shape {context.Plan.Input.Shape}, row-major; {Units(element)}.</param>
        {LengthError}
        public static void Hold(ref State state, {Span}<{element}> input)
        """,
        "state.Hold(input)");

    private static void WriteStepHeld(EmitContext context) => context.Method(
        """
        /// <summary>One time step under the held input.</summary>
        /// <param name="state">The state to advance; its default is the state before the first step.</param>
        /// <param name="result">The decision after this step; its counts start with the state.</param>
        /// <returns>True on the first step and when the class has changed.</returns>
        /// <exception cref="global::System.InvalidOperationException">Nothing is held.</exception>
        public static bool Step(ref State state, out Result result)
        """,
        """
        global::SnnGen.Runtime.Arguments.RequireHeld(state.IsHolding);
        state.AdvanceHeld(1);
        result = state.Decide();
        return state.Note(result.Class);
        """);

    private static void WriteRunSequence(EmitContext context) => context.Method(
        $"""
        /// <summary>One inference on values that change from step to step.</summary>
        /// <param name="sequence"><see cref="InputSize"/> values for each of <see cref="TimeSteps"/> steps, in a row; in the model's own units.</param>
        /// <exception cref="global::System.ArgumentException">There are not <see cref="InputSize"/> values for each step.</exception>
        public static Result RunSequence({Span}<float> sequence)
        """,
        $$"""
        global::SnnGen.Runtime.Arguments.RequireLength(sequence.Length, TimeSteps * InputSize, nameof(sequence));
        State state = default;
        for (int step = 0; step < TimeSteps; step++)
        {
            state.Hold(sequence.Slice(step * InputSize, InputSize));
            state.AdvanceHeld(1);{{(context.Plan.MayExit ? "\n    if (step + 1 < TimeSteps && state.EndsAfter(step + 1))\n        break;" : "")}}
        }
        return state.Decide();
        """);

    private static void WriteStepFrame(EmitContext context) => context.Method(
        $"""
        /// <summary>One time step driven by spikes.</summary>
        /// <param name="state">The state to advance; its default is the state before the first step.</param>
        /// <param name="frame"><see cref="FrameWords"/> words: input i in bit i mod 64 of word i / 64; a spike is worth an input of full scale.</param>
        /// <param name="result">The decision after this step; its counts start with the state.</param>
        /// <returns>True on the first step and when the class has changed.</returns>
        /// <exception cref="global::System.ArgumentException">The frame has another length, or a spike beyond the last input.</exception>
        public static bool Step(ref State state, {Span}<ulong> frame, out Result result)
        """,
        """
        global::SnnGen.Runtime.Arguments.RequireFrame(frame, InputSize);
        state.Advance(frame, 1);
        result = state.Decide();
        return state.Note(result.Class);
        """);

    private static string Chunks(EmitContext context, Func<string, string> advance)
    {
        InferenceClass plan = context.Plan;
        if (plan.MayExit)
        {
            return $$"""
                for (int step = 0; step < TimeSteps; step++)
                {
                    {{advance("1")}}
                    if (step + 1 < TimeSteps && state.EndsAfter(step + 1))
                        break;
                }
                """;
        }
        return plan.ChunkSteps == plan.TimeSteps
            ? advance("TimeSteps").Replace("(step, ", "(0, ")
            : $"""
                for (int step = 0; step < TimeSteps; step += ChunkSteps)
                    {advance("global::System.Math.Min(ChunkSteps, TimeSteps - step)")}
                """;
    }

    private static string Describe(string element) => element == "byte" ? "bytes" : "values in the model's own units";

    private static string Units(string element) => element == "byte" ? "0 is nothing, 255 is full scale" : "in the model's own units";
}
