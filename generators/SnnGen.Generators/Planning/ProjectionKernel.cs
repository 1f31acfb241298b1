namespace SnnGen.Generators.Planning;

/// <summary>How the inputs of a projection become currents.</summary>
internal enum ProjectionKernel
{
    /// <summary>Every input reaches every current: the rows of active inputs are added in registers.</summary>
    Dense,

    /// <summary>A convolution whose additions lie in runs (<see cref="ConvolutionLayout"/>).</summary>
    Convolution,

    /// <summary>Anything else: one product after the other.</summary>
    Scatter,
}
