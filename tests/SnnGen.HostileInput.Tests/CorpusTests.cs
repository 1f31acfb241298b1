using SnnGen.Fuzzing;
using SnnGen.Fuzzing.Guarding;
using SnnGen.Fuzzing.Mutation;
using SnnGen.Fuzzing.Targets;

namespace SnnGen.HostileInput.Tests;

/// <summary>The corpus as it is and damaged, the same damage in every run.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_file_of_the_corpus_is_read_or_refused(string target) => ReadOrRefuse(target, (inputs, _) => inputs);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_file_truncated_at_many_lengths_is_read_or_refused(string target) => ReadOrRefuse(
        target, (inputs, _) => inputs.SelectMany(input => Enumerable.Range(0, 40).Select(i => input[..(int)((long)input.Length * i / 40)])));

    [Theory]
    [InlineData("onnx", 1500)]
    [InlineData("nir", 600)]
    [InlineData("npy", 2500)]
    [InlineData("npz", 2500)]
    [InlineData("idx", 2500)]
    [InlineData("csv", 1500)]
    [InlineData("png", 2000)]
    [InlineData("network", 1200)]
    [InlineData("chip", 2500)]
    public void Damaged_files_are_read_or_refused(string target, int count) => ReadOrRefuse(target, (inputs, isText) =>
    {
        var mutator = new Mutator(inputs, isText, seed: 1);
        return Enumerable.Range(0, count).Select(i => mutator.Mutate(inputs[i % inputs.Count]));
    });

    private static void ReadOrRefuse(string name, Func<IReadOnlyList<byte[]>, bool, IEnumerable<byte[]>> damage)
    {
        IFuzzTarget target = FuzzTargets.Find(name);
        using var workspace = new Workspace(target);
        var guard = new InputGuard(target, workspace);
        var watchdog = new Watchdog(Hostile.Patience);
        var faults = new Dictionary<string, Fault>();
        byte[]? hanging = watchdog.Await(() =>
        {
            byte[][] inputs = [.. CorpusFolder.Files(name).Select(File.ReadAllBytes)];
            foreach (byte[] input in damage(inputs, target.IsText))
            {
                watchdog.Begin(input);
                if (guard.Run(input) is { } fault)
                    faults.TryAdd(fault.Kind, fault);
            }
        });
        if (hanging is not null)
            faults["hang"] = new Fault(hanging, "hang", $"takes more than {Hostile.Patience.TotalSeconds} s");
        Assert.True(FaultFiles.Write(FaultFiles.Folder, target, [.. faults.Values]), $"{string.Join("\n", faults.Values.Select(fault => fault.Details))}\nThe inputs are in {FaultFiles.Folder}.");
    }
}
