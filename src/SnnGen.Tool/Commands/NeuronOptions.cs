using System.CommandLine;
using System.Globalization;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Tool.Commands;

/// <summary>The options of the hidden neurons, as declared and as read.</summary>
internal sealed class NeuronOptions
{
    private const double DefaultLeak = 0.9, DefaultSynapticLeak = 0.5;

    private readonly Option<string> _neuron = Choice.Option("--neuron", "if", "Hidden neurons", "if", "lif", "cuba");
    private readonly Option<double> _leak = new("--leak") { DefaultValueFactory = _ => DefaultLeak, Description = "β of LIF and CUBA-LIF neurons" };
    private readonly Option<double> _synapticLeak = new("--synaptic-leak") { DefaultValueFactory = _ => DefaultSynapticLeak, Description = "α of CUBA-LIF neurons" };
    private readonly Option<string> _leakForm = Choice.Option("--leak-form", "mantissa", "How leaks are computed in fixed point: factors of 12 bits, or right shifts", "mantissa", "shift");
    private readonly Option<int> _refractory = new("--refractory") { Description = "Steps in which a hidden neuron rests after a spike" };
    private readonly Option<string> _reset = Choice.Option("--reset", "subtract", "Reset of the membrane potential", "subtract", "zero");

    /// <summary>The options in the order of the help.</summary>
    public IEnumerable<Option> All => [_neuron, _leak, _synapticLeak, _leakForm, _refractory, _reset];

    /// <summary>The neuron.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="timeSteps">T.</param>
    /// <param name="require">Complains where its condition does not hold.</param>
    public SpikingNeuron Read(ParseResult parsed, int timeSteps, Action<bool, string> require)
    {
        double leak = parsed.GetValue(_leak), synapticLeak = parsed.GetValue(_synapticLeak);
        int refractory = parsed.GetValue(_refractory);
        require(leak is > 0 and < 1, $"leak must lie between 0 and 1, not {leak.ToString(CultureInfo.InvariantCulture)}");
        require(synapticLeak is > 0 and < 1, $"synaptic leak must lie between 0 and 1, not {synapticLeak.ToString(CultureInfo.InvariantCulture)}");
        require(refractory >= 0 && refractory < timeSteps, $"the refractory period must be 0 to {timeSteps - 1} steps, fewer than there are time steps, not {refractory}");
        ResetMode reset = parsed.GetValue(_reset) == "zero" ? ResetMode.Zero : ResetMode.Subtract;
        LeakForm form = parsed.GetValue(_leakForm) == "shift" ? LeakForm.Shift : LeakForm.Mantissa;
        SpikingNeuron neuron = parsed.GetValue(_neuron) switch
        {
            "lif" => new LeakyIntegrateAndFire(leak, reset) { LeakForm = form },
            "cuba" => new CurrentBasedLeakyIntegrateAndFire(synapticLeak, leak, reset) { LeakForm = form },
            _ => new IntegrateAndFire(reset),
        };
        return neuron with { Refractory = refractory };
    }
}
