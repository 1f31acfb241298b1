namespace SnnGen.Runtime;

/// <summary>An input that is not zero.</summary>
internal readonly struct InputValue(int index, float value)
{
    public int Index { get; } = index;

    /// <summary>1 for a spike.</summary>
    public float Value { get; } = value;
}
