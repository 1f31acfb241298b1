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

    /// <summary>Method of <c>Tables</c> that reads values of type <see cref="Number"/>.</summary>
    public abstract string NumberReader { get; }

    /// <summary>Type of a held value.</summary>
    public abstract string Level { get; }

    /// <summary>Type of an entry in a list of active inputs.</summary>
    public abstract string Active { get; }

    /// <summary>One line about the format, for documentation.</summary>
    public abstract string Description { get; }

    /// <summary>Most entries of a list of active inputs.</summary>
    public abstract int ActiveCount(int inputs);

    /// <summary>Expression of the held value, from <c>input[i]</c> of the type <paramref name="element"/>; null where that is the value itself.</summary>
    public abstract string? LevelOf(string element);

    /// <summary>
    /// Statements that set <c>currents</c> to <c>start</c> plus what the spikes of <c>frames</c> contribute, with room for a list
    /// in <c>active</c>, and return the number of synaptic operations.
    /// </summary>
    public abstract string AddSpikes(LayerPlan layer, ProjectionPlan projection);

    /// <summary>The same for the values <c>levels</c>.</summary>
    public abstract string AddLevels(LayerPlan layer, ProjectionPlan projection);

    /// <summary>Literal of a margin of potentials.</summary>
    public abstract string Margin(double margin);

    /// <summary>Expression of one step of synaptic currents.</summary>
    public abstract string Filter(NeuronDynamics neuron, string arguments);

    /// <summary>Expression of the steps of spiking neurons, their number of spikes.</summary>
    /// <param name="neuron">The neurons.</param>
    /// <param name="arguments">Potentials, currents, thresholds, spikes and steps.</param>
    /// <param name="rest">The arguments of a refractory period, or nothing.</param>
    public abstract string Fire(NeuronDynamics neuron, string arguments, string rest);

    /// <summary>The type that steps neurons whose parameters differ, with a dot.</summary>
    public abstract string Membranes { get; }

    /// <summary>Its further arguments, with a comma before each.</summary>
    public abstract string MembraneLimits { get; }

    /// <summary>Expression of one step of the readout.</summary>
    public abstract string Integrate(string arguments);
}
