using System.CommandLine;
using System.Globalization;
using SnnGen.Spiking;

namespace SnnGen.Tool.Commands;

/// <summary>The options of early exits, as declared and as read.</summary>
internal sealed class ExitOptions
{
    private const double DefaultMargin = 10;

    private readonly Option<string> _exit = Choice.Option("--exit", "never", "When an inference ends early", "never", "exact", "confident");
    private readonly Option<double> _margin = new("--exit-margin") { DefaultValueFactory = _ => DefaultMargin, Description = "With 'confident': lead over the runner-up, summed over the steps, in units of the model's outputs" };

    /// <summary>The options in the order of the help.</summary>
    public IEnumerable<Option> All => [_exit, _margin];

    /// <summary>The rule and, where it has one, its margin.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="require">Complains where its condition does not hold.</param>
    public (ExitRule Rule, double Margin) Read(ParseResult parsed, Action<bool, string> require)
    {
        double margin = parsed.GetValue(_margin);
        require(margin is > 0 and < double.PositiveInfinity, $"the exit margin must be above 0 and finite, not {margin.ToString(CultureInfo.InvariantCulture)}");
        ExitRule rule = Enum.Parse<ExitRule>(parsed.GetValue(_exit)!, ignoreCase: true);
        return (rule, rule == ExitRule.Confident ? margin : 0);
    }
}
