using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SnnGen.Benchmarks.Speed;

/// <summary>The same contenders in BenchmarkDotNet: one after the other, with the statistics of each and the memory it allocates.</summary>
[MemoryDiagnoser]
public class Statistics
{
    private const int Images = 100, MostIterations = 20;

    private static readonly int[] s_classes = new int[Images];
    private static IReadOnlyList<Contender> s_contenders = [];

    private Contender? _contender;

    /// <summary>Names of all contenders: each is a row.</summary>
    public static IEnumerable<string> Contenders => s_contenders.Select(contender => contender.Title);

    /// <summary>Name of the contender that runs.</summary>
    [ParamsSource(nameof(Contenders))]
    public string Name { get; set; } = "";

    /// <summary>Runs the contenders of some networks, or of all where none is named.</summary>
    internal static void Run(string[] only)
    {
        using var factory = new ContenderFactory();
        var images = new TestImages(Images);
        s_contenders = [.. BenchmarkNetworks.Named(only).SelectMany(network => factory.Create(network, images))];
        // In this process, as the networks and their checks are: a project that BenchmarkDotNet writes would have to convert them anew.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithMaxIterationCount(MostIterations);
        BenchmarkRunner.Run<Statistics>(DefaultConfig.Instance.AddJob(job));
        foreach (Contender contender in s_contenders)
            contender.Dispose();
    }

    [GlobalSetup]
    public void Choose() => _contender = s_contenders.Single(contender => contender.Title == Name);

    [Benchmark(OperationsPerInvoke = Images)]
    public int[] Classify()
    {
        _contender!.Classify(0, s_classes);
        return s_classes;
    }
}
