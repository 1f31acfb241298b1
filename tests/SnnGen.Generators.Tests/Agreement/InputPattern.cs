namespace SnnGen.Generators.Tests.Agreement;

/// <summary>Which inputs a network is given.</summary>
internal enum InputPattern
{
    /// <summary>Values of every size, some at the ends of their range; spikes at random.</summary>
    Random,

    /// <summary>The least: nothing.</summary>
    Nothing,

    /// <summary>The most: all inputs at their largest, at every step.</summary>
    Everything,

    /// <summary>Everything at every second step, nothing at the others; values at one end or the other.</summary>
    Alternating,

    /// <summary>Values that are no numbers, infinite, denormal or as large as there are; one spike a step.</summary>
    Special,
}
