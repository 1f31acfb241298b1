using System.Collections.Immutable;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>
/// Folds a chain of steps into layers a = φ(x W + b): neighbouring affine steps multiply together, neighbouring
/// activations merge, and what follows the logits without changing their order is dropped.
/// </summary>
public static class StepFolder
{
    /// <summary>Bound on the weights of one folded layer, so that a small file cannot ask for all memory.</summary>
    private const long MaximumWeights = 1L << 28;

    /// <summary>Folds all of <paramref name="steps"/>; lengths of neighbours must agree.</summary>
    public static FoldingResult Fold(IReadOnlyList<AnalogStep> steps)
    {
        var problems = new List<string>();
        ImmutableArray<AnalogLayer> layers = FoldLayers(DropDecision(steps), problems);
        return problems.Count == 0
            ? new FoldingResult(layers, [])
            : new FoldingResult([], [.. problems]);
    }

    /// <summary>tanh and sigmoid are strictly monotone, so that the largest logit stays the largest.</summary>
    private static List<AnalogStep> DropDecision(IReadOnlyList<AnalogStep> steps)
    {
        int count = steps.Count;
        while (count > 0 && steps[count - 1] is DecisionStep or ActivationStep { Activation: Tanh or Sigmoid })
            count--;
        return [.. steps.Take(count)];
    }

    private static ImmutableArray<AnalogLayer> FoldLayers(List<AnalogStep> steps, List<string> problems)
    {
        if (!steps.Any(step => step is AffineStep))
            problems.Add("the network has no dense layer (Gemm or MatMul) before its activations");
        foreach (DecisionStep decision in steps.OfType<DecisionStep>())
            problems.Add($"'{decision.Name}': is supported only at the end of the network");

        steps = [.. steps.Where(step => step is not DecisionStep)];
        var layers = ImmutableArray.CreateBuilder<AnalogLayer>();
        for (int position = 0; position < steps.Count;)
        {
            AffineRun? run = TakeAffine(steps, ref position, problems);
            List<AnalogStep> activations = TakeActivations(steps, ref position);
            Activation? activation = Choose(activations, isLast: position == steps.Count, problems);
            if (run is null)
                problems.Add($"'{activations[0].Name}': an activation needs a dense layer before it");
            else if (activation is not null && IsSmallEnough(run.Inputs, run.Outputs, activations.FirstOrDefault() ?? steps[position - 1], problems))
                layers.Add(run.ToLayer(activation));
        }
        return layers.ToImmutable();
    }

    private static Activation? Choose(List<AnalogStep> activations, bool isLast, List<string> problems)
    {
        if (activations.Count == 0)
            return new Identity();
        Activation? activation = ActivationMerger.Merge(activations, out string? problem);
        if (activation is not null && isLast)
            problem = $"'{activations[0].Name}': the last layer must be linear, but a ReLU or Clip follows it; export the network without it";
        if (problem is not null)
            problems.Add(problem);
        return activation;
    }

    private static bool IsSmallEnough(long inputs, long outputs, AnalogStep step, List<string> problems)
    {
        if (inputs * outputs <= MaximumWeights)
            return true;
        problems.Add($"'{step.Name}': the layer folded up to here would have {inputs} x {outputs} weights, more than {MaximumWeights}");
        return false;
    }

    private static AffineRun? TakeAffine(List<AnalogStep> steps, ref int position, List<string> problems)
    {
        AffineRun? run = null;
        for (; position < steps.Count; position++)
        {
            switch (steps[position])
            {
                case AffineStep affine when run is not null && !IsSmallEnough(run.Inputs, affine.Weights.ColumnCount, affine, problems):
                    run = AffineRun.Of(affine);
                    break;
                case AffineStep affine:
                    run = run?.Then(affine) ?? AffineRun.Of(affine);
                    break;
                case ScaleShiftStep scaling:
                    run = run?.Then(scaling) ?? AffineRun.Of(scaling);
                    break;
                default:
                    return run;
            }
        }
        return run;
    }

    private static List<AnalogStep> TakeActivations(List<AnalogStep> steps, ref int position)
    {
        int start = position;
        while (position < steps.Count && steps[position] is ActivationStep or ClipStep)
            position++;
        return steps[start..position];
    }
}
