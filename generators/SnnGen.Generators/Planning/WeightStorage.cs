namespace SnnGen.Generators.Planning;

/// <summary>How the weights of a projection lie in their table.</summary>
internal enum WeightStorage
{
    /// <summary>Pairs of inputs side by side, eight bits a weight.</summary>
    Int8Pairs,

    /// <summary>The same, four bits a weight.</summary>
    Int4Pairs,

    /// <summary>The same, two bits a weight.</summary>
    Int2Pairs,

    /// <summary>Input by input, eight bits a weight.</summary>
    Int8,

    /// <summary>Input by input, sixteen bits a weight.</summary>
    Int16,

    /// <summary>Input by input, single precision.</summary>
    Float32,
}
