using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>Programs that a backend cannot solve: it ends, and the neuron keeps its prior or gets something finite.</summary>
public class SolverFailureTests
{
    private static readonly string[] s_solvers = ["EdgeDescent", "Glop", "MinMax", "LeastSquares", "Constrained"];

    private static readonly string[] s_failures =
        ["unbounded", "infeasible", "NaN target", "infinite target", "huge targets", "huge rates", "tiny rates", "no rates", "no price", "huge price", "NaN price"];

    public static IEnumerable<object[]> Failures =>
        from solver in s_solvers from failure in s_failures select new object[] { solver, failure };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Whatever_ends_a_solver_leaves_finite_weights_and_an_honest_certificate(string solver, string failure)
    {
        LayerProgram program = Damage(RandomLayer.Create(3, 40, 12, 3), failure);
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        LayerSolution solution = Solver(solver).Solve(program, 1, hang.Token);

        Assert.All(solution.Weights.Enumerate(), weight => Assert.True(double.IsFinite(weight)));
        Assert.All(solution.Bias, bias => Assert.True(double.IsFinite(bias)));
        Assert.All(solution.Certificates, certificate =>
        {
            Assert.False(double.IsNaN(certificate.RelativeGap));
            Assert.False(certificate.Objective > certificate.PriorObjective * (1 + 1e-6));
        });
        Assert.False(double.IsNaN(solution.RelativeGap));
    }

    [Fact]
    public void A_neuron_that_no_backend_solves_keeps_its_prior_and_the_others_are_solved()
    {
        LayerProgram good = RandomLayer.Create(3, 40, 12, 3), program = good with { Targets = good.Targets.Clone() };
        program.Targets[7, 1] = double.NaN;

        LayerSolution solution = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None), expected = new EdgeDescentSolver().Solve(good, 1, CancellationToken.None);

        Assert.Equal(program.Prior.Column(1), solution.Weights.Column(1));
        Assert.Equal(1, solution.Certificates[1].RelativeGap);
        foreach (int j in new[] { 0, 2 })
            Assert.Equal(expected.Weights.Column(j), solution.Weights.Column(j));
    }

    private static ILayerSolver Solver(string name) => name switch
    {
        "EdgeDescent" => new EdgeDescentSolver(),
        "Glop" => new GlopSolver(),
        "MinMax" => new MinMaxSolver(),
        "LeastSquares" => new LeastSquaresSolver(),
        _ => new ConstrainedSolver(new SynapseConstraints { Bound = 0.3, Sparsity = 0.01, FanIn = 5 }),
    };

    private static LayerProgram Damage(LayerProgram program, string failure) => failure switch
    {
        // What a weight's way from its prior earns has no end; of the dual, no point satisfies the rows.
        "unbounded" => program with { Anchor = -10 },
        // The dual has a ray where a sample's price has no bound.
        "infeasible" => program with { Anchor = double.NegativeInfinity },
        "NaN target" => program with { Targets = program.Targets.Map(t => t > 0.3 ? double.NaN : t) },
        "infinite target" => program with { Targets = program.Targets.Map(t => t > 0.3 ? double.PositiveInfinity : t) },
        "huge targets" => program with { Targets = program.Targets * 1e300 },
        "huge rates" => program with { Rates = Scaled(program.Rates, 1e200) },
        "tiny rates" => program with { Rates = Scaled(program.Rates, 1e-200) },
        "no rates" => program with { Rates = Scaled(program.Rates, 0) },
        "no price" => program with { Anchor = 0 },
        "huge price" => program with { Anchor = 1e300 },
        _ => program with { Anchor = double.NaN },
    };

    private static RateMatrix Scaled(RateMatrix rates, double factor) => new(rates.Samples, rates.Inputs, (i, j) => factor * rates.Row(i).At(j));
}
