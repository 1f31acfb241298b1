using SnnGen.Generators.Planning;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Emit.Arithmetic;

/// <summary>What the number format decides in the output; everything else is written once.</summary>
internal abstract class ArithmeticEmitter
{
    protected const string Runtime = "global::SnnGen.Runtime.";

    public static ArithmeticEmitter For(InferenceClass plan) => plan.Arithmetic switch
    {
        FixedPointArithmetic arithmetic => new FixedPointEmitter(arithmetic),
        Float32Arithmetic => new Float32Emitter(),
        _ => throw new NotSupportedException(plan.Arithmetic.ToString()),
    };

    /// <summary>Type of currents and membrane potentials.</summary>
    public abstract string Number { get; }

    /// <summary>Type of a weight in its table.</summary>
    public abstract string Weight { get; }

    /// <summary>Method of <c>Tables</c> that reads weights.</summary>
    public abstract string WeightReader { get; }

    /// <summary>Method of <c>Tables</c> that reads values of type <see cref="Number"/>.</summary>
    public abstract string NumberReader { get; }

    /// <summary>Class of the kernels over rows of weights.</summary>
    public abstract string Rows { get; }

    /// <summary>One line about the format, for documentation.</summary>
    public abstract string Description { get; }

    /// <summary>Class of the kernels that scatter what one input contributes.</summary>
    public abstract string Scatter { get; }

    /// <summary>Statements that turn spikes into the currents <c>currents</c>.</summary>
    /// <param name="projections">What spikes.</param>
    /// <param name="start">What the currents are without spikes.</param>
    /// <param name="add">The statement that adds the spikes of a projection, given what one counts.</param>
    public abstract string Drive(IReadOnlyList<ProjectionPlan> projections, string start, Func<ProjectionPlan, int, string> add);

    /// <summary>Expression of the held value x, from <c>input[i]</c> of the type <paramref name="element"/>.</summary>
    public abstract string Level(string element);

    /// <summary>Expression of one step of synaptic currents.</summary>
    public abstract string Filter(double leak, string arguments);

    /// <summary>Expression of one step of spiking neurons, their number of spikes.</summary>
    /// <param name="neuron">The neurons.</param>
    /// <param name="arguments">Potentials, currents, thresholds and spikes.</param>
    /// <param name="rest">The arguments of a refractory period, or nothing.</param>
    public abstract string Fire(NeuronDynamics neuron, string arguments, string rest);

    /// <summary>Expression of one step of the readout.</summary>
    public abstract string Integrate(string arguments);
}
