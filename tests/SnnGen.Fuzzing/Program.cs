using SharpFuzz;
using SnnGen.Fuzzing;
using SnnGen.Fuzzing.Guarding;
using SnnGen.Fuzzing.Guided;
using SnnGen.Fuzzing.Seeds;
using SnnGen.Fuzzing.Targets;

return args switch
{
    ["seeds"] => SeedFiles.Write(CorpusFolder.Root),
    ["instrument", string folder] => Instrument(folder),
    ["afl", string name, string found] => ServeAfl(FuzzTargets.Find(name), found),
    ["guided", string names, string limit, string corpus, string found] => Guide(names, Limit.Parse(limit), corpus, found),
    [string name, .. string[] files] when files.Length > 0 => Replay(FuzzTargets.Find(name), files),
    _ => Explain(),
};

static int Instrument(string folder)
{
    Instrumentation.Write(folder);
    return 0;
}

static int ServeAfl(IFuzzTarget target, string found)
{
    using var workspace = new Workspace(target);
    var guard = new InputGuard(target, workspace);
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        if (guard.Run(memory.ToArray()) is not { } fault)
            return;
        FaultFiles.Write(found, target, [fault]);
        throw new InvalidOperationException(fault.Details);
    });
    return 0;
}

static int Guide(string names, Limit limit, string corpus, string found)
{
    bool isSound = true;
    foreach (IFuzzTarget target in names == "all" ? FuzzTargets.All : [.. names.Split(',').Select(FuzzTargets.Find)])
    {
        byte[][] seeds = [.. Directory.GetFiles(Path.Combine(corpus, target.Name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        GuidedResult result = new GuidedLoop(target, seeds, seed: 1).Run(limit);
        Console.WriteLine(result);
        isSound &= FaultFiles.Write(found, target, result.Faults);
    }
    return isSound ? 0 : 1;
}

static int Replay(IFuzzTarget target, string[] files)
{
    using var workspace = new Workspace(target);
    var guard = new InputGuard(target, workspace);
    bool isSound = true;
    foreach (string file in files)
    {
        int before = guard.Accepted;
        Fault? fault = guard.Run(File.ReadAllBytes(file));
        Console.WriteLine($"{file}: {fault?.Details ?? (guard.Accepted > before ? "accepted" : "refused")}");
        isSound &= fault is null;
    }
    return isSound ? 0 : 1;
}

static int Explain()
{
    Console.WriteLine($"""
        <target> <file>…                                   gives files to a reader
        guided <target,…|all> <limit> <corpus> <found>     damages files, guided by coverage, for seconds (600) or inputs (3000x); needs an instrumented copy of this program
        afl <target> <found>                               serves afl-fuzz; likewise
        instrument <folder>                                writes an instrumented copy of this program
        seeds                                              writes the seeds of the corpus again
        Targets: {string.Join(", ", FuzzTargets.All.Select(target => target.Name))}
        """);
    return 2;
}
