using SampleApp.Measurement;
using SampleApp.Terminal;

namespace SampleApp.Showcase;

/// <summary>Measures the networks and shows the figures.</summary>
internal static class Figures
{
    public static void Show(Screen screen, Exhibition exhibition)
    {
        screen.Heading("Measured now, on this machine, one thread");
        Tabulate([.. exhibition.Measured.Select(Column.Measure)]).Write(screen);
        screen.Line();
        foreach (string note in exhibition.Notes)
            screen.Line(note);
        screen.Line();
        screen.Line(ProgramSize());
    }

    private static Table Tabulate(Column[] columns)
    {
        var table = new Table([.. columns.Select(column => column.Network.Name)]);
        void Row(string label, Func<Column, string> cell) => table.Add(label, columns.Select(cell));
        Row("neurons", c => string.Join('-', c.Network.Layers));
        Row("computes with", c => c.Network.Numbers);
        Row("images", c => $"{c.Images:N0}");
        if (columns.All(c => c.Accuracy.AnalogCorrect is not null))
        {
            Row("original network right", c => $"{c.Accuracy.AnalogCorrect:0.00} %");
            Row("both say the same", c => $"{c.Accuracy.Agreement:0.00} %");
        }
        Row("spiking network right", c => $"{c.Accuracy.Correct:0.00} %");
        Row("time per image, median", c => $"{c.Speed.Median:0.00} us");
        Row("time per image, best", c => $"{c.Speed.Best:0.00} us");
        Row("allocated per image", c => $"{c.Speed.AllocatedBytes:0.##} B");
        Row("synaptic operations, mean", c => $"{c.Accuracy.SynapticOperations:N0}");
        Row("spikes, mean", c => $"{c.Accuracy.Spikes:N0}");
        Row("weights", c => KiB(c.Network.WeightBytes));
        return table;
    }

    private static string ProgramSize()
    {
        // Published ahead of time there is no assembly: the program is the file.
        string assembly = Path.Combine(AppContext.BaseDirectory, "SampleApp.dll");
        string file = File.Exists(assembly) ? assembly : Environment.ProcessPath!;
        return $"{Path.GetFileName(file)} is {KiB(new FileInfo(file).Length)}; {KiB(Networks.All.Sum(network => network.WeightBytes))} of that are weights.";
    }

    private static string KiB(long bytes) => $"{bytes / 1024.0:N1} KiB";

    private sealed record Column(Network Network, int Images, Accuracy Accuracy, Speed Speed)
    {
        public static Column Measure(Subject subject) => new(
            subject.Network, subject.Images.Count,
            Accuracy.Measure(subject.Network, subject.Images), Speed.Measure(subject.Network, subject.Images));
    }
}
