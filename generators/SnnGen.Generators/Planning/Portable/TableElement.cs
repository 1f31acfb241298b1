namespace SnnGen.Generators.Planning.Portable;

/// <summary>Types of a table's values, the narrowest first.</summary>
internal enum TableElement
{
    SByte,
    Int16,
    Int32,
    Float32,
}
