using SampleApp.Data;
using SampleApp.Measurement;
using SampleApp.Terminal;

namespace SampleApp.Showcase;

/// <summary>Measures the networks and shows the figures.</summary>
internal static class Figures
{
    public static void Show(Screen screen, Exhibit exhibit)
    {
        screen.Heading("Measured now, on this machine, one thread");
        Column[] columns = [.. exhibit.Columns.Select(column => Column.Measure(column.Network, column.Images))];
        Table table = Tabulate(columns);
        table.Write(screen);
        screen.Line();
        foreach (string note in exhibit.Notes)
            screen.Line(note);
        screen.Line();
        screen.Line(ProgramSize());
    }

    private static Table Tabulate(Column[] columns)
    {
        var table = new Table([.. columns.Select(column => column.Network.Name)]);
        void Row(string label, Func<Column, string> cell) => table.Add(label, columns.Select(cell));
        Row("computes with", c => c.Network.Numbers);
        Row("images", c => $"{c.Images.Count:N0}");
        if (columns.Any(c => c.Accuracy.AnalogCorrect is not null))
        {
            Row("right, original network", c => Percent(c.Accuracy.AnalogCorrect));
            Row("right, spiking network", c => Percent(c.Accuracy.Correct));
            Row("both say the same", c => Percent(c.Accuracy.Agreement));
        }
        else
        {
            Row("right", c => Percent(c.Accuracy.Correct));
        }
        Row("time per image, median", c => Microseconds(c.Speed.Median));
        Row("time per image, best", c => Microseconds(c.Speed.Best));
        Row("allocated per image", c => $"{c.Speed.AllocatedBytes:0.##} B");
        Row("synaptic operations", c => $"{c.Accuracy.SynapticOperations:N0}");
        Row("spikes", c => $"{c.Accuracy.Spikes:N0}");
        return table;
    }

    private static string Percent(double? share) => share is null ? "–" : $"{share:0.0 %}";

    private static string Microseconds(double time) => $"{time:0.00} µs";

    private static string ProgramSize()
    {
        // Published ahead of time there is no assembly: the program is the file.
        string assembly = Path.Combine(AppContext.BaseDirectory, "SampleApp.dll");
        string file = File.Exists(assembly) ? assembly : Environment.ProcessPath!;
        return $"{Path.GetFileName(file)}, with the weights of all its networks: {new FileInfo(file).Length / 1024.0:N0} KiB";
    }

    private sealed record Column(Network Network, ImageSet Images, Accuracy Accuracy, Speed Speed)
    {
        public static Column Measure(Network network, ImageSet images) =>
            new(network, images, Accuracy.Measure(network, images), Speed.Measure(network, images));
    }
}
