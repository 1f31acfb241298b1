namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Joins the activations that follow one affine step into a single φ.</summary>
internal static class ActivationMerger
{
    /// <summary>φ of the steps in order, or a <paramref name="problem"/> where there is no supported φ.</summary>
    /// <param name="steps">Activations and clips, at least one.</param>
    /// <param name="problem">Why not, for people.</param>
    public static Activation? Merge(IReadOnlyList<AnalogStep> steps, out string? problem)
    {
        if (steps is [ActivationStep { Activation: Tanh or Sigmoid } only])
        {
            problem = null;
            return only.Activation;
        }
        return MergeClips(steps, out problem);
    }

    /// <summary>ReLU is a clip to [0, ∞), and clips intersect as long as their intervals overlap.</summary>
    private static Relu? MergeClips(IReadOnlyList<AnalogStep> steps, out string? problem)
    {
        double minimum = double.NegativeInfinity, maximum = double.PositiveInfinity;
        foreach (AnalogStep step in steps)
        {
            if (Interval(step) is not var (low, high))
            {
                problem = $"{Names(steps)}: two activations in a row have no spiking counterpart";
                return null;
            }
            minimum = Math.Max(minimum, low);
            maximum = Math.Min(maximum, high);
        }
        bool isRelu = minimum == 0 && maximum > 0;
        problem = isRelu ? null : $"{Names(steps)}: clips to [{Text(minimum)}, {Text(maximum)}]; the range must start at 0 and end above it";
        return isRelu ? new Relu(maximum) : null;
    }

    /// <summary>What a step clips to, or null where it does something else.</summary>
    private static (double Low, double High)? Interval(AnalogStep step) => step switch
    {
        ClipStep clip => (clip.Minimum, clip.Maximum),
        ActivationStep { Activation: Relu relu } => (0, relu.Ceiling),
        _ => null,
    };

    private static string Names(IReadOnlyList<AnalogStep> steps) => string.Join(", ", steps.Select(step => $"'{step.Name}'"));

    private static string Text(double bound) => FormattableString.Invariant($"{bound}");
}
