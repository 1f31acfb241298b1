namespace SnnGen.Conversion.Nir.Graph;

/// <summary>y = W x + b.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">W, shape (..., outputs, inputs).</param>
/// <param name="Bias">b, shape (..., outputs).</param>
public sealed record NirAffine(string Name, NirArray Weight, NirArray Bias) : NirNode(Name);

/// <summary>y = W x.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">W, shape (..., outputs, inputs).</param>
public sealed record NirLinear(string Name, NirArray Weight) : NirNode(Name);

/// <summary>y = s x, element by element.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scale">s, in the shape of x.</param>
public sealed record NirScale(string Name, NirArray Scale) : NirNode(Name);
