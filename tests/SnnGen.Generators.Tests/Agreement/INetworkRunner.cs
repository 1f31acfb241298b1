namespace SnnGen.Generators.Tests.Agreement;

/// <summary>Every entry point of a generated class. Implemented by text that is compiled together with it.</summary>
public interface INetworkRunner
{
    Outcome Run(byte[] input);

    Outcome Run(float[] input);

    Outcome RunSequence(float[] sequence);

    Outcome[] StepSequence(float[][] frames);

    Outcome RunTrain(bool[][] spikes);

    Outcome RunEvents((int Step, int Input)[] events);

    Outcome[] HoldAndStep(byte[] input, int steps);

    Outcome[] HoldAndStep(float[] input, int steps);

    Outcome[] StepFrames(ulong[][] frames);

    ulong[][] Encode(byte[] input);

    ulong[][] Encode(float[] input);

    /// <summary>
    /// Heap bytes that <paramref name="calls"/> calls of every entry point allocate, in the round of five with the fewest:
    /// a class that allocates does so in each, the runtime's own allocations on a thread come now and then.
    /// </summary>
    long AllocatedBytes(byte[] bytes, float[] floats, ulong[] frame, int calls);
}
