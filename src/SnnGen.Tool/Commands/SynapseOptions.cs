using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Tool.Commands;

/// <summary>The options that constrain weights, as declared and as read.</summary>
internal sealed class SynapseOptions
{
    private readonly Option<double> _bound = new("--weight-bound") { DefaultValueFactory = _ => double.PositiveInfinity, Description = "Largest weight of a hidden layer, in thresholds" };
    private readonly Option<string> _sign = Choice.Option("--weight-sign", "any", "Signs of the weights", "any", "nonnegative");
    private readonly Option<string> _scale = Choice.Option("--weight-scale", "neuron", "What shares a scale of integer weights", "neuron", "layer");
    private readonly Option<int> _fanIn = new("--fan-in") { Description = "Most synapses of a neuron or kernel, 0 for no limit" };
    private readonly Option<double> _sparsity = new("--sparsity") { Description = "Price of a weight's magnitude: more makes more weights zero" };

    /// <summary>The options in the order of the help.</summary>
    public IEnumerable<Option> All => [_bound, _sign, _scale, _fanIn, _sparsity];

    /// <summary>The constraints.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="require">Complains where its condition does not hold.</param>
    public SynapseConstraints Read(ParseResult parsed, Action<bool, string> require)
    {
        double bound = parsed.GetValue(_bound), sparsity = parsed.GetValue(_sparsity);
        int fanIn = parsed.GetValue(_fanIn);
        require(bound > 0, $"the weight bound must be positive, not {bound.ToString(CultureInfo.InvariantCulture)}");
        require(fanIn >= 0, $"the fan-in must be at least 1, or 0 for no limit, not {fanIn.ToString(CultureInfo.InvariantCulture)}");
        require(sparsity is >= 0 and < double.PositiveInfinity, $"the sparsity must be at least 0 and finite, not {sparsity.ToString(CultureInfo.InvariantCulture)}");
        return new SynapseConstraints
        {
            Bound = bound,
            NonNegative = parsed.GetValue(_sign) == "nonnegative",
            FanIn = fanIn == 0 ? int.MaxValue : fanIn,
            Sparsity = sparsity,
            SharesScale = parsed.GetValue(_scale) == "layer",
        };
    }
}
