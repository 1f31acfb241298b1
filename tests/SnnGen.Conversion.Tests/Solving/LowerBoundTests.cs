using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

public class LowerBoundTests
{
    [Fact]
    public void No_multipliers_claim_more_than_the_optimum()
    {
        LayerProgram program = RandomLayer.Create(11, 40, 12, 1);
        double optimum = new GlopSolver().Solve(program, 1, CancellationToken.None).Objective;
        var neuron = new NeuronProgram(program, 0);
        var random = new Random(2);
        for (int trial = 0; trial < 2000; trial++)
        {
            double size = Math.Pow(10, -3 * random.NextDouble());
            double[] multipliers = [.. Enumerable.Range(0, 40).Select(_ => size * (random.NextDouble() - 0.5))];
            Assert.True(neuron.LowerBound(multipliers, 100) <= optimum + 1e-12);
        }
    }

    [Fact]
    public void The_multipliers_of_the_optimum_claim_all_of_it()
    {
        LayerProgram program = RandomLayer.Create(12, 40, 12, 1);
        LayerSolution solution = new GlopSolver().Solve(program, 1, CancellationToken.None);
        Assert.InRange(solution.RelativeGap, 0, 1e-9);
        Assert.True(solution.Objective > 1e-3, "the program must not be trivial");
    }
}
