using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>How a held input becomes currents, or the spikes of a step.</summary>
internal static class PortableEncoderEmitter
{
    /// <summary>The methods between the entry points and the layers.</summary>
    public static void Write(PortableContext context)
    {
        PortableClass plan = context.Plan;
        if (plan.InputLasts)
            WriteAdvanceNew(context);
        if (plan.TakesValues)
            context.Method("private void Advance()", Advance(plan.Input.Encoding));
        if (plan.Input.Encoding == InputEncoding.Poisson)
            WriteMix(context);
        if (plan is { IsFloat: true, Encodes: true })
            WriteQuantise(context);
    }

    /// <summary>Statements that take <c>input</c>, whose length is right.</summary>
    public static void WriteHold(PortableContext context, string element)
    {
        if (context.Plan.HoldsCurrents)
        {
            foreach (PortableLayer layer in context.Plan.Driven)
                WriteHold(context, layer, element);
        }
        else if (element == "byte")
            context.Writer.Lines("global::System.Array.Copy(input, _levels, InputSize);");
        else
            context.Writer.Lines("for (int i = 0; i < InputSize; i++)\n    _levels[i] = Quantise(input[i]);");
    }

    // Inputs of zero are left out, as the semantics says: it matters for -0 and for the count of operations.
    private static void WriteHold(PortableContext context, PortableLayer layer, string element)
    {
        string held = "_held" + Literal.Of(layer.Index);
        if (layer.Loihi is null)
            PortableParameters.Fill(context, held, layer.Bias, PortableNames.Bias(layer), layer.Currents);
        else
            context.Writer.Lines($"global::System.Array.Clear({held}, 0, {Literal.Of(layer.Neurons)});");
        string level = !context.Plan.IsFloat ? "input[i]"
            : element == "byte" ? "(float)(input[i] / 255f)"
            : "(float)((float)(input[i] - InputOffset) / InputScale)";
        foreach (PortableProjection projection in layer.Projections.Where(projection => projection.TakesInput))
        {
            using (context.Writer.Block("for (int i = 0; i < InputSize; i++)"))
            {
                context.Writer.Lines($"""
                    {context.Numbers.Number} x = {level};
                    if (x != 0)
                        _synapticOperations += {PortableNames.Add(layer, projection)}({held}, i, x);
                    """);
            }
        }
    }

    private static string Advance(InputEncoding encoding) => encoding switch
    {
        InputEncoding.Rate => """
            int count = 0;
            for (int i = 0; i < InputSize; i++)
            {
                int accumulator = _accumulators[i] + _levels[i];
                if (accumulator >= 255)
                {
                    accumulator -= 255;
                    _inputSpikes[count] = i;
                    count++;
                }

                _accumulators[i] = (byte)accumulator;
            }

            Propagate(_inputSpikes, 0, count);
            """,
        InputEncoding.Poisson => """
            uint chance = unchecked((uint)Seed + 0x9E3779B9u * (uint)(_stepCount + 1));
            chance = Mix(chance);
            int count = 0;
            for (int i = 0; i < InputSize; i++)
            {
                if ((long)Mix(unchecked(chance + (uint)i)) * 255 >> 32 < _levels[i])
                {
                    _inputSpikes[count] = i;
                    count++;
                }
            }

            Propagate(_inputSpikes, 0, count);
            """,
        InputEncoding.Latency => """
            int count = 0;
            for (int i = 0; i < InputSize && _stepCount < TimeSteps; i++)
            {
                int early = (255 - _levels[i]) * TimeSteps + 127 - 255 * (int)_stepCount;
                if (early >= 0 && early < 255 && !_seen[i])
                {
                    _seen[i] = true;
                    _inputSpikes[count] = i;
                    count++;
                }
            }

            Propagate(_inputSpikes, 0, count);
            """,
        _ => "Propagate(null, 0, 0);",
    };

    private static void WriteAdvanceNew(PortableContext context) => context.Method(
        """
        // A spike carries its current from its step to the last; a further one of the same input adds nothing.
        private void AdvanceNew(int[] inputs, int start, int end)
        """,
        """
        int count = 0;
        for (int e = start; e < end; e++)
        {
            if (_seen[inputs[e]])
                continue;
            _seen[inputs[e]] = true;
            _inputSpikes[count] = inputs[e];
            count++;
        }

        Propagate(_inputSpikes, 0, count);
        """);

    private static void WriteMix(PortableContext context) => context.Method("private static uint Mix(uint x)", """
        unchecked
        {
            x = (x ^ (x >> 16)) * 0x7FEB352Du;
            x = (x ^ (x >> 15)) * 0x846CA68Bu;
            return x ^ (x >> 16);
        }
        """);

    private static void WriteQuantise(PortableContext context) => context.Method("private static byte Quantise(float x)", """
        float level = (float)((float)((float)(x - InputOffset) / InputScale) * 255f);
        if (!(level > 0f))
            return 0;
        return (byte)(float)((level < 255f ? level : 255f) + 0.5f);
        """);
}
