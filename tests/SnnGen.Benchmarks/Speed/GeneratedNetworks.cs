namespace SnnGen.Benchmarks.Speed;

/// <summary>
/// The classes that SnnGen generated into this project, of which each network has a file in the folder Generated. Networks that
/// were not converted when it was built have none: see Networks.targets.
/// </summary>
internal static partial class GeneratedNetworks
{
    /// <summary>Contenders of all networks that are there.</summary>
    public static List<GeneratedContender> All(TestImages images)
    {
        var all = new List<GeneratedContender>();
        AddMlp128(all, images);
        AddMlp1200(all, images);
        AddCnnAvg(all, images);
        AddCnnMax(all, images);
        return all;
    }

    static partial void AddMlp128(List<GeneratedContender> all, TestImages images);

    static partial void AddMlp1200(List<GeneratedContender> all, TestImages images);

    static partial void AddCnnAvg(List<GeneratedContender> all, TestImages images);

    static partial void AddCnnMax(List<GeneratedContender> all, TestImages images);

    // A generated class has no type in common with another.
    internal static GeneratedContender.Answer Answer(int decision, long synapticOperations, ReadOnlySpan<int> from, Span<int> to)
    {
        if (to.Length > 0)
            from.CopyTo(to);
        return new(decision, synapticOperations);
    }

    internal static GeneratedContender Pixels(string network, string setting, string className, GeneratedContender.Inference infer) =>
        new(className, infer) { Network = network, Kind = ContenderKind.Generated, Setting = setting };

    internal static GeneratedContender Spikes(string network, string setting, string className, GeneratedContender.Inference infer) =>
        new(className, infer) { Network = network, Kind = ContenderKind.Generated, Setting = setting + ", spikes in" };
}
