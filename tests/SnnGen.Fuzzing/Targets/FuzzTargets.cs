namespace SnnGen.Fuzzing.Targets;

/// <summary>All readers that are fuzzed.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new OnnxTarget(),
        new NirTarget(),
        new DataTarget("npy", isText: false),
        new DataTarget("npz", isText: false),
        new DataTarget("idx", isText: false),
        new DataTarget("csv", isText: true),
        new ImageFolderTarget(),
        new NetworkTarget(),
        new ChipTarget(),
    ];

    public static IFuzzTarget Find(string name) => All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"there is no target '{name}', but {string.Join(", ", All.Select(target => target.Name))}");
}
