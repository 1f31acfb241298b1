using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>One step of an imported network, before folding: a function of the flattened row vector x.</summary>
/// <param name="Name">Name of the node it came from.</param>
public abstract record AnalogStep(string Name);

/// <summary>x ↦ x W + b.</summary>
/// <param name="Name">Name of the node it came from.</param>
/// <param name="Weights">W, n × m.</param>
/// <param name="Bias">b, length m.</param>
public sealed record AffineStep(string Name, Matrix<double> Weights, Vector<double> Bias) : AnalogStep(Name);

/// <summary>x ↦ x ∘ s + t, element by element.</summary>
/// <param name="Name">Name of the node it came from.</param>
/// <param name="Scale">s, length n.</param>
/// <param name="Shift">t, length n.</param>
public sealed record ScaleShiftStep(string Name, Vector<double> Scale, Vector<double> Shift) : AnalogStep(Name);

/// <summary>x ↦ φ(x).</summary>
/// <param name="Name">Name of the node it came from.</param>
/// <param name="Activation">φ.</param>
public sealed record ActivationStep(string Name, Activation Activation) : AnalogStep(Name);

/// <summary>x ↦ min(max(x, minimum), maximum).</summary>
/// <param name="Name">Name of the node it came from.</param>
/// <param name="Minimum">Lower bound, or −infinity.</param>
/// <param name="Maximum">Upper bound, or infinity.</param>
public sealed record ClipStep(string Name, double Minimum, double Maximum) : AnalogStep(Name);

/// <summary>
/// A normalisation of the outputs that keeps their order (Softmax), or the choice of the largest (ArgMax): dropped at
/// the end of the network, because the decision on the logits is the same; it can stand nowhere else.
/// </summary>
/// <param name="Name">Name of the node it came from.</param>
public sealed record DecisionStep(string Name) : AnalogStep(Name);
