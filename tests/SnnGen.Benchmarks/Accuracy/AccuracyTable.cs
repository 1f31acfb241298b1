using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Accuracy;

/// <summary>What conversion costs in accuracy and time: the full test set, 1,000 calibration images.</summary>
internal static class AccuracyTable
{
    private static readonly (string Model, string Settings)[] s_rows =
    [
        ("mnist_mlp128", "--weights int8"),
        ("mnist_mlp128", "--weights int8 --objective none"),
        ("mnist_mlp128", "--weights int8 --objective l2"),
        ("mnist_mlp128", "--weights int8 --objective linf"),
        ("mnist_mlp128", "--weights float32"),
        ("mnist_mlp128", "--weights int8 --time-steps 2"),
        ("mnist_mlp128", "--weights int8 --time-steps 4"),
        ("mnist_mlp128", "--weights int8 --time-steps 16"),
        ("mnist_mlp128", "--weights int8 --encoding rate"),
        ("mnist_mlp128", "--weights int8 --neuron lif --leak 0.9"),
        ("mnist_mlp128", "--weights int8 --neuron lif --leak 0.9 --objective none"),
        ("mnist_mlp128", "--weights int8 --neuron cuba --synaptic-leak 0.5 --leak 0.9"),
        ("mnist_mlp128", "--weights int8 --refractory 1 --time-steps 16"),
        ("mnist_mlp128", "--weights int8 --reset zero"),
        ("mnist_mlp128", "--weights int8 --encoding latency"),
        ("mnist_mlp128", "--weights int8 --encoding poisson --time-steps 32"),
        ("mnist_mlp128", "--chip memristor-crossbar"),
        ("mnist_mlp128", "--chip hybrid"),
        ("mnist_mlp128", "--chip loihi --reset zero"),
        ("mnist_mlp128", "--chip dynapcnn"),
        ("mnist_mlp128", "--chip truenorth --fan-in 256"),
        ("mnist_mlp128", "--weights int8 --weight-bound 0.125"),
        ("mnist_mlp128", "--weights int8 --weight-sign nonnegative"),
        ("mnist_mlp128", "--weights int8 --sparsity 0.05"),
        ("mnist_mlp128", "--weights int4 --weight-scale layer"),
        ("mnist_mlp128", "--weights int2 --weight-scale layer"),
        ("mnist_mlp128", "--weights int8 --readout count"),
        ("mnist_mlp128", "--weights int8 --readout first"),
        ("mnist_mlp1200", "--weights int8"),
        ("mnist_mlp1200", "--weights int8 --objective none"),
        ("mnist_tanh", "--weights int8"),
        ("mnist_tanh", "--weights int8 --objective none"),
        ("mnist_sigmoid", "--weights int8"),
        ("mnist_sigmoid", "--weights int8 --objective none"),
        ("mnist_cnn_avg", "--weights int8"),
        ("mnist_cnn_avg", "--weights int8 --time-steps 4"),
        ("mnist_cnn_avg", "--weights float32"),
        ("mnist_cnn_avg", "--weights int8 --objective none"),
        ("mnist_cnn_bnmax", "--weights int8"),
        ("mnist_cnn_bnmax", "--weights float32"),
        ("mnist_cnn_bnmax", "--weights int8 --objective none"),
        ("mnist_mlp128", "--weights int4"),
        ("mnist_mlp128", "--weights int3"),
        ("mnist_mlp128", "--weights int2"),
        ("mnist_mlp1200", "--weights int4"),
        ("mnist_mlp1200", "--weights int3"),
        ("mnist_mlp1200", "--weights int2"),
        ("mnist_mlp128", "--weights int8 --keep 0.75"),
        ("mnist_mlp128", "--weights int8 --keep 0.5"),
        ("mnist_mlp128", "--weights int8 --keep 0.25"),
        ("mnist_mlp1200", "--weights int8 --keep 0.5"),
        ("mnist_mlp1200", "--weights int8 --keep 0.25"),
    ];

    public static void Write(TextWriter writer)
    {
        var table = new MarkdownTable(
            writer, "model", "settings", "ANN %", "SNN %", "agreement %", "largest gap", "spikes", "synaptic operations", "conversion s", "peak MiB");
        foreach ((string model, string settings) in s_rows)
        {
            Evaluation result = Evaluation.Run(model, settings);
            table.Row(
                model, settings.Replace("--", ""), Percent(result.AnnAccuracy), Percent(result.SnnAccuracy), Percent(result.Agreement),
                settings.Contains("none") ? "" : result.Layers.Max(layer => layer.RelativeGap).ToString("0.0e0"),
                result.SpikesPerInference.ToString("0"), result.SynapticOperationsPerInference.ToString("0"),
                result.ConversionSeconds.ToString("0.0"), result.PeakMebibytes.ToString("0"));
        }
    }

    private static string Percent(double share) => (100 * share).ToString("0.00");
}
