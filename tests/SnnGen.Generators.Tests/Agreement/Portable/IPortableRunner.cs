namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Every entry point of a class of the portable profile, of one instance. Implemented by text that is compiled together with it.</summary>
public interface IPortableRunner
{
    PortableOutcome Run(byte[] input);

    PortableOutcome Run(float[] input);

    PortableOutcome Run(int[] steps, int[] inputs, int count);

    PortableOutcome[] HoldAndStep(byte[] input, int steps);

    PortableOutcome[] HoldAndStep(float[] input, int steps);

    /// <param name="frames">The inputs that spike at each step.</param>
    PortableOutcome[] Step(int[][] frames);

    void SetSeed(int seed);

    /// <summary>Bytes of all arrays that the class and its instance hold.</summary>
    (long Tables, long State) ArrayBytes();

    /// <summary>Heap bytes that <paramref name="calls"/> calls of every member allocate, in the round of five with the fewest (see <see cref="INetworkRunner.AllocatedBytes"/>).</summary>
    long AllocatedBytes(byte[] bytes, float[] floats, int calls);
}
