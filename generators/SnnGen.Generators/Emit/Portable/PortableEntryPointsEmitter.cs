namespace SnnGen.Generators.Emit.Portable;

/// <summary>The methods by which input comes in.</summary>
internal static class PortableEntryPointsEmitter
{
    private const string LengthError = """
        /// <exception cref="global::System.ArgumentException">The input has not <see cref="InputSize"/> values.</exception>
        """;

    public static void Write(PortableContext context)
    {
        string[] elements = !context.Plan.TakesValues ? [] : context.Plan.IsFloat ? ["byte", "float"] : ["byte"];
        foreach (string element in elements)
            WriteRunValues(context, element);
        WriteRunSpikes(context);
        foreach (string element in elements)
            WriteHold(context, element);
        if (context.Plan.TakesValues)
            WriteStepHeld(context);
        WriteStepSpikes(context);
    }

    private static void WriteRunValues(PortableContext context, string element) => context.Method(
        $"""
        /// <summary>One inference on {(element == "byte" ? "bytes" : "values in the model's own units")}, from a reset on.</summary>
        /// <param name="input"><see cref="InputSize"/> values, shape {context.Plan.Input.Shape}, row-major; {Units(element)}.</param>
        /// <returns>The decision, as <see cref="Class"/>.</returns>
        {LengthError}
        public int Run({element}[] input)
        """,
        "Reset();\nHold(input);\n" + PortableExitEmitter.Steps(context, "Advance();"));

    private static void WriteRunSpikes(PortableContext context) => context.Method(
        """
        /// <summary>One inference on spikes, from a reset on; a spike is worth an input of full scale.</summary>
        /// <param name="steps">The step of each spike, 0 to <see cref="TimeSteps"/> - 1, in order of time.</param>
        /// <param name="inputs">The input of each spike, 0 to <see cref="InputSize"/> - 1, ascending within a step.</param>
        /// <param name="count">Number of spikes.</param>
        /// <returns>The decision, as <see cref="Class"/>.</returns>
        /// <exception cref="global::System.ArgumentException">A spike is out of range, out of order or given twice.</exception>
        public int Run(int[] steps, int[] inputs, int count)
        """,
        $$"""
        if (steps == null)
            throw new global::System.ArgumentNullException(nameof(steps));
        if (inputs == null)
            throw new global::System.ArgumentNullException(nameof(inputs));
        if (count < 0 || count > steps.Length || count > inputs.Length)
            throw new global::System.ArgumentOutOfRangeException(nameof(count));
        for (int e = 0; e < count; e++)
        {
            bool isNext = e == 0 || steps[e] > steps[e - 1] || (steps[e] == steps[e - 1] && inputs[e] > inputs[e - 1]);
            if (!isNext || steps[e] < 0 || steps[e] >= TimeSteps || inputs[e] < 0 || inputs[e] >= InputSize)
                throw new global::System.ArgumentException("spikes must be in range, ascend by step and then by input, and be given once");
        }

        Reset();
        int end = 0;
        {{PortableExitEmitter.Steps(context, $"""
            int start = end;
            while (end < count && steps[end] == step)
                end++;
            {(context.Plan.InputLasts ? "AdvanceNew" : "Propagate")}(inputs, start, end);
            """)}}
        """);

    private static void WriteHold(PortableContext context, string element) => context.Method(
        $"""
        /// <summary>Holds an input over the steps that follow; {(context.Plan.HoldsCurrents ? "its current is computed once" : "each turns it into spikes")}.</summary>
        /// <param name="input"><see cref="InputSize"/> values, shape {context.Plan.Input.Shape}, row-major; {Units(element)}.</param>
        {LengthError}
        public void Hold({element}[] input)
        """,
        () =>
        {
            context.Writer.Lines("""
                if (input == null)
                    throw new global::System.ArgumentNullException(nameof(input));
                if (input.Length != InputSize)
                    throw new global::System.ArgumentException("the input must have InputSize values");
                """);
            PortableEncoderEmitter.WriteHold(context, element);
            context.Writer.Lines("_isHolding = true;");
        });

    private static void WriteStepHeld(PortableContext context) => context.Method(
        """
        /// <summary>One time step under the held input.</summary>
        /// <returns>True on the first step and when the class has changed.</returns>
        /// <exception cref="global::System.InvalidOperationException">Nothing is held.</exception>
        public bool Step()
        """,
        """
        if (!_isHolding)
            throw new global::System.InvalidOperationException("nothing is held; call Hold first");
        Advance();
        return Decide();
        """);

    private static void WriteStepSpikes(PortableContext context) => context.Method(
        """
        /// <summary>One time step driven by spikes; a spike is worth an input of full scale.</summary>
        /// <param name="inputs">The inputs that spike, 0 to <see cref="InputSize"/> - 1, ascending.</param>
        /// <param name="count">Number of spikes.</param>
        /// <returns>True on the first step and when the class has changed.</returns>
        /// <exception cref="global::System.ArgumentException">An input is out of range, out of order or given twice.</exception>
        public bool Step(int[] inputs, int count)
        """,
        $$"""
        if (inputs == null)
            throw new global::System.ArgumentNullException(nameof(inputs));
        if (count < 0 || count > inputs.Length)
            throw new global::System.ArgumentOutOfRangeException(nameof(count));
        for (int e = 0, last = -1; e < count; e++)
        {
            if (inputs[e] <= last || inputs[e] >= InputSize)
                throw new global::System.ArgumentException("inputs must be in range, ascend, and be given once");
            last = inputs[e];
        }

        {{(context.Plan.InputLasts ? "AdvanceNew" : "Propagate")}}(inputs, 0, count);
        return Decide();
        """);

    private static string Units(string element) => element == "byte" ? "0 is nothing, 255 is full scale" : "in the model's own units";
}
