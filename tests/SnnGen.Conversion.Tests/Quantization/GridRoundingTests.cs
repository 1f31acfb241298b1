using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Quantization;

public class GridRoundingTests
{
    private const int Largest = 1;

    [Fact]
    public void The_descent_ends_at_or_near_the_best_grid_point_there_is()
    {
        const int Inputs = 6, Trials = 200;
        double ours = 0, plain = 0;
        for (int seed = 0; seed < Trials; seed++)
        {
            LayerProgram program = RandomLayer.Create(seed, 40, Inputs, 1);
            double[] relaxed = program.Prior.Column(0).ToArray();
            double step = relaxed.Max(Math.Abs);
            int[] start = ErrorCompensation.Of(program.Rates).Round(relaxed, step, new WeightGrid(Largest, false, false));
            GridNeuron neuron = Fitted(program, relaxed, start, step);
            neuron.Descend();

            Assert.All(neuron.Integers, q => Assert.InRange(q, -Largest, Largest));
            double best = AllTernary(Inputs).Min(q => Regularised(program, relaxed, q, step));
            double reached = Regularised(program, relaxed, neuron.Integers, step);
            Assert.InRange(reached, best * (1 - 1e-9), Regularised(program, relaxed, start, step) * (1 + 1e-9));
            ours += reached / best / Trials;
            plain += Regularised(program, relaxed, [.. relaxed.Select(w => (int)Math.Round(w / step))], step) / best / Trials;
        }
        Assert.True(ours < 1.1 && ours < plain, $"descent {ours}, plain rounding {plain}, optimum 1");
    }

    private static GridNeuron Fitted(LayerProgram program, double[] relaxed, int[] integers, double step)
    {
        var neuron = new GridNeuron(program, 0, relaxed, [.. integers], step, new WeightGrid(Largest, false, false), bias: 0);
        neuron.FitBias();
        return neuron;
    }

    [Fact]
    public void The_descent_ends_where_no_single_step_lowers_the_error()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            LayerProgram program = RandomLayer.Create(seed, 60, 20, 1);
            double[] relaxed = program.Prior.Column(0).ToArray();
            double step = relaxed.Max(Math.Abs) / 3;
            GridNeuron neuron = Fitted(program, relaxed, new int[20], step);
            neuron.Descend();
            double reached = AtBias(neuron.Integers);
            for (int i = 0; i < 20; i++)
                foreach (int change in new[] { -1, 1 })
                {
                    int[] other = [.. neuron.Integers];
                    other[i] += change;
                    Assert.True(Math.Abs(other[i]) > Largest || AtBias(other) >= reached - 1e-9, $"seed {seed}, input {i}");
                }

            double AtBias(int[] integers)
            {
                double distance = integers.Zip(relaxed, (q, w) => (q * step - w) * (q * step - w)).Sum();
                return new GridNeuron(program, 0, relaxed, [.. integers], step, new WeightGrid(Largest, false, false), neuron.Bias).Error
                    + 0.1 * program.Rates.Energies.Sum() / program.Inputs * distance;
            }
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Targets_that_are_no_numbers_change_no_weight(double target)
    {
        LayerProgram program = RandomLayer.Create(1, 40, 6, 1, density: 1, active: 1);
        program.Targets[7, 0] = target;
        GridNeuron neuron = Fitted(program, program.Prior.Column(0).ToArray(), new int[6], step: 0.1);
        neuron.Descend();
        Assert.Equal(new int[6], neuron.Integers);
    }

    // What the descent lowers: residuals, and the ridge toward the relaxed optimum.
    private static double Regularised(LayerProgram program, double[] relaxed, int[] integers, double step)
    {
        double energy = Enumerable.Range(0, program.Inputs).Sum(i => program.Rates.Column(i).Values.Sum(x => x * x));
        double distance = integers.Zip(relaxed, (q, w) => (q * step - w) * (q * step - w)).Sum();
        return Fitted(program, relaxed, integers, step).Error + 0.1 * energy / program.Inputs * distance;
    }

    private static IEnumerable<int[]> AllTernary(int count) =>
        Enumerable.Range(0, (int)Math.Pow(3, count)).Select(k => Enumerable.Range(0, count).Select(i => k / (int)Math.Pow(3, i) % 3 - 1).ToArray());
}
