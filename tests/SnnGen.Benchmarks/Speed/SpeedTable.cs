using SnnGen.Benchmarks.Speed.Measurement;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Speed;

/// <summary>How long an image takes: generated classes, the same networks in C, and the ANNs they come from.</summary>
internal static class SpeedTable
{
    public static void Write(TextWriter writer, IReadOnlyCollection<string> only, double seconds)
    {
        using var factory = new ContenderFactory();
        var table = new MarkdownTable(
            writer, "network", "what", "setting", "µs", "least µs", "images/s", "agrees %", "synaptic operations", "of them /ns", "bytes allocated",
            "ORT float32 / SnnGen", "ORT int8 / SnnGen", "SnnGen / C");
        foreach (BenchmarkNetwork network in BenchmarkNetworks.Named(only))
        {
            List<Contender> contenders = factory.Create(network, new TestImages(network.Images));
            Timing[] timings = RoundRobin.Measure(contenders, network.Images, network.Block, seconds);
            foreach (Timing timing in timings)
                table.Row(Row(timing, timings));
            contenders.ForEach(contender => contender.Dispose());
        }
    }

    private static string[] Row(Timing timing, Timing[] all)
    {
        Contender contender = timing.Contender;
        Timing reference = all.Single(other => other.Contender.Kind == ContenderKind.OnnxFloat32);
        double agreement = timing.Classes.Zip(reference.Classes, (mine, its) => mine == its ? 1.0 : 0).Average();
        return
        [
            contender.Network, contender.Kind.Name(), contender.Setting, Number(timing.Median), Number(timing.Least), (1e6 / timing.Median).ToString("0"),
            (100 * agreement).ToString("0.0"), timing.SynapticOperations?.ToString("0") ?? "",
            (timing.SynapticOperations / (1000 * timing.Median))?.ToString("0.0") ?? "", timing.BytesPerImage.ToString("0"),
            .. Ratios(timing, all),
        ];
    }

    private static string[] Ratios(Timing timing, Timing[] all)
    {
        Contender mine = timing.Contender;
        if (mine.Kind != ContenderKind.Generated)
            return ["", "", ""];
        return
        [
            Against(ContenderKind.OnnxFloat32), Against(ContenderKind.OnnxInt8),
            Twin(all.SingleOrDefault(other => other.Contender.Kind == ContenderKind.Native && other.Contender.Setting == mine.Setting)),
        ];

        string Against(ContenderKind kind) =>
            all.SingleOrDefault(other => other.Contender.Kind == kind) is { } other ? Number(other.Times(timing)) : "";

        string Twin(Timing? native) => native is null ? "" : timing.Times(native).ToString("0.00");
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0");
}
