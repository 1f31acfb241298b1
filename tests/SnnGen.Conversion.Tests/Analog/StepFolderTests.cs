using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Analog;

public class StepFolderTests
{
    private static readonly Vector<double> s_four = Vector<double>.Build.Dense([1, -2, 3, 0.5]);

    [Fact]
    public void The_layers_compute_what_the_steps_compute() => Gen.Int[0, int.MaxValue].Sample(seed =>
    {
        var random = new Random(seed);
        IReadOnlyList<AnalogStep> steps = RandomSteps(random);
        Matrix<double> x = RandomMatrix(random, 5, 4);

        FoldingResult folded = StepFolder.Fold(steps);

        Assert.Empty(folded.Problems);
        Matrix<double> expected = steps.Aggregate(x, Apply);
        Matrix<double> actual = AnalogForward.Logits(new AnalogNetwork("n", TensorShape.Of(4), folded.Layers), x);
        Assert.True((expected - actual).L2Norm() <= 1e-12 * (1 + expected.L2Norm()));
    });

    [Fact]
    public void A_layer_has_the_name_of_its_last_matrix()
    {
        FoldingResult folded = StepFolder.Fold(
        [
            new ScaleShiftStep("scale", s_four, s_four), Affine("first", 4, 3), Affine("second", 3, 2),
            new ScaleShiftStep("after", s_four.SubVector(0, 2), s_four.SubVector(2, 2)), new ActivationStep("relu", new Relu()),
            new ScaleShiftStep("before", s_four.SubVector(0, 2), s_four.SubVector(2, 2)), Affine("third", 2, 2),
        ]);
        Assert.Equal(["second", "third"], folded.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void What_keeps_the_order_of_the_logits_is_dropped_at_the_end()
    {
        FoldingResult folded = StepFolder.Fold(
        [
            Affine("first", 4, 3), new ActivationStep("tanh", new Tanh()), Affine("second", 3, 2),
            new ActivationStep("sigmoid", new Sigmoid()), new DecisionStep("softmax"), new DecisionStep("argmax"),
        ]);
        Assert.Equal(new Activation[] { new Tanh(), new Identity() }, folded.Layers.Select(layer => layer.Activation));
    }

    [Fact]
    public void All_problems_are_found_at_once()
    {
        FoldingResult folded = StepFolder.Fold(
        [
            new ActivationStep("early", new Relu()), Affine("first", 4, 4), new DecisionStep("softmax"), new ClipStep("clip", -1, 1),
            Affine("second", 4, 2), new ActivationStep("tanh", new Tanh()), new ActivationStep("sigmoid", new Sigmoid()),
            Affine("third", 2, 2), new ActivationStep("last", new Relu()),
        ]);
        Assert.Empty(folded.Layers);
        Assert.Collection(
            folded.Problems.Order(StringComparer.Ordinal),
            problem => Assert.StartsWith("'clip': clips to [-1, 1]", problem),
            problem => Assert.StartsWith("'early': an activation needs a dense layer before it", problem),
            problem => Assert.StartsWith("'last': the last layer must be linear", problem),
            problem => Assert.StartsWith("'softmax': is supported only at the end", problem),
            problem => Assert.StartsWith("'tanh', 'sigmoid': two activations in a row", problem));
    }

    [Fact]
    public void Nothing_at_all_is_no_network() => Assert.Contains("no dense layer", Assert.Single(StepFolder.Fold([]).Problems));

    [Fact]
    public void Thin_layers_that_fold_to_a_huge_one_are_refused_before_they_do()
    {
        const int Wide = 1 << 15;
        long before = GC.GetAllocatedBytesForCurrentThread();
        FoldingResult folded = StepFolder.Fold([Affine("narrow", Wide, 1), Affine("wide", 1, Wide)]);
        Assert.StartsWith("'wide': the layer folded up to here would have 32768 x 32768 weights", Assert.Single(folded.Problems));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 24);
    }

    [Fact]
    public void A_wide_input_that_is_only_scaled_before_an_activation_is_refused_before_it_becomes_a_matrix()
    {
        Vector<double> wide = Vector<double>.Build.Dense(1 << 15, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        FoldingResult folded = StepFolder.Fold(
            [new ScaleShiftStep("scale", wide, wide), new ActivationStep("relu", new Relu()), Affine("dense", 1 << 15, 2)]);
        Assert.StartsWith("'relu': the layer folded up to here would have 32768 x 32768 weights", Assert.Single(folded.Problems));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 24);
    }

    private static Matrix<double> Apply(Matrix<double> x, AnalogStep step) => step switch
    {
        AffineStep affine => RowByRow(x, row => affine.Weights.LeftMultiply(row) + affine.Bias),
        ScaleShiftStep scaling => RowByRow(x, row => row.PointwiseMultiply(scaling.Scale) + scaling.Shift),
        ActivationStep activation => x.Map(activation.Activation.Apply, Zeros.Include),
        ClipStep clip => x.Map(u => Math.Min(Math.Max(u, clip.Minimum), clip.Maximum), Zeros.Include),
        _ => throw new InvalidOperationException($"{step}"),
    };

    private static Matrix<double> RowByRow(Matrix<double> x, Func<Vector<double>, Vector<double>> map) =>
        Matrix<double>.Build.DenseOfRowVectors(x.EnumerateRows().Select(map));

    private static List<AnalogStep> RandomSteps(Random random)
    {
        var steps = new List<AnalogStep>();
        int width = 4;
        for (int layer = random.Next(1, 4); layer > 0; layer--)
        {
            steps.AddRange(RandomAffine(random, ref width));
            steps.AddRange(RandomActivations(random));
        }
        steps.AddRange(RandomAffine(random, ref width));
        return steps;
    }

    private static List<AnalogStep> RandomAffine(Random random, ref int width)
    {
        var steps = new List<AnalogStep>();
        int matrixAt = random.Next(3);
        for (int i = 0; i < 3; i++)
        {
            int outputs = i == matrixAt || random.Next(3) == 0 ? random.Next(1, 6) : 0;
            if (outputs > 0)
                steps.Add(new AffineStep("", RandomMatrix(random, width, outputs), RandomMatrix(random, 1, outputs).Row(0)));
            else
                steps.Add(new ScaleShiftStep("", RandomMatrix(random, 1, width).Row(0), RandomMatrix(random, 1, width).Row(0)));
            width = outputs > 0 ? outputs : width;
        }
        return steps;
    }

    private static AnalogStep[] RandomActivations(Random random) => random.Next(5) switch
    {
        0 => [new ActivationStep("", new Tanh())],
        1 => [new ActivationStep("", new Sigmoid())],
        2 => [new ActivationStep("", new Relu())],
        3 => [new ClipStep("", -0.5, 2), new ActivationStep("", new Relu(0.7)), new ActivationStep("", new Relu())],
        _ => [new ActivationStep("", new Relu()), new ClipStep("", double.NegativeInfinity, 0.4)],
    };

    private static Matrix<double> RandomMatrix(Random random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => 2 * random.NextDouble() - 1);

    private static AffineStep Affine(string name, int inputs, int outputs) =>
        new(name, RandomMatrix(new Random(inputs), inputs, outputs), Vector<double>.Build.Dense(outputs));
}
