using SnnGen.Fuzzing.Targets;

namespace SnnGen.Fuzzing.Guarding;

/// <summary>Gives a reader one input and says what it did wrong. Runs on the thread that calls it.</summary>
/// <param name="target">The reader.</param>
/// <param name="workspace">Where the input lies.</param>
internal sealed class InputGuard(IFuzzTarget target, Workspace workspace)
{
    /// <summary>Inputs that were accepted so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>The fault, or null.</summary>
    public Fault? Run(byte[] input)
    {
        workspace.Write(input);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Accepted += target.Read(workspace.Input) ? 1 : 0;
        }
        catch (Exception e)
        {
            return Fault.Of(input, e);
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated <= target.ConstantMemory + target.MemoryPerByte * input.Length ? null
            : new Fault(input, "memory", FormattableString.Invariant($"{allocated} bytes allocated for {input.Length} of input"));
    }
}
