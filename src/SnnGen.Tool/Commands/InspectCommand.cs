using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Tool.Evaluation;
using Spectre.Console;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen inspect FILE</c>: the layers of a model (.onnx) or of a spiking network (.snn.json).</summary>
internal static class InspectCommand
{
    private const string NetworkExtension = ".json";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "An .onnx model, a .nir network or a .snn.json" };
        var simulator = Choice.Option("--simulator", NirConventions.Nir.Name, "Whose steps of time a .nir network takes", [.. NirConventions.Names]);
        var dt = new Option<double?>("--dt") { Description = "Seconds of a step of a .nir network [the simulator's own]" };
        var command = new Command("inspect", "Shows the layers, neurons, synapses and memory of a network.") { file, simulator, dt };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            bool isNir = NirSettings.Apply(path);
            if (isNir || IsNetwork(path))
            {
                SpikingNetwork network = isNir ? ReadNir(path, parsed.GetValue(simulator)!, parsed.GetValue(dt)) : Read(path);
                TableOutput.Write(Describe(network));
                TableOutput.Write(MemoryTable.Of(network));
            }
            else
                TableOutput.Write(Describe(OnnxImporter.Import(path)));
            return 0;
        });
        return command;
    }

    private static SpikingNetwork ReadNir(string path, string simulator, double? dt) => NirImporter.Import(
        NirFileReader.Read(path), Path.GetFileNameWithoutExtension(path), new NirImportOptions { Convention = NirConventions.Find(simulator, path), Dt = dt }, path);

    /// <summary>Whether a file is a converted network.</summary>
    internal static bool IsNetwork(string path) => path.EndsWith(NetworkExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>A converted network.</summary>
    /// <exception cref="ConversionException">SNN1001: it cannot be read.</exception>
    internal static SpikingNetwork Read(string path)
    {
        try
        {
            return NetworkFileReader.Read(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NetworkFileException)
        {
            throw new ConversionException(DiagnosticDescriptors.ModelUnreadable, path, $"the network cannot be read: {e.Message}");
        }
    }

    private static Table Describe(AnalogNetwork network)
    {
        Table table = new Table().Title(TableOutput.Cell($"{network.Name}: ANN, input {network.InputShape}"))
            .AddColumns("Layer", "Inputs", "Outputs", "Weights", "Activation");
        foreach (AnalogLayer layer in network.Layers)
        {
            long weights = layer.Projections.Sum(projection => projection.Connection.Matrices.Sum(matrix => (long)matrix.RowCount * matrix.ColumnCount));
            table.AddRow(
                TableOutput.Cell(layer.Name), Text(layer.Projections.Sum(projection => (long)projection.Inputs)), $"{layer.Shape}", Text(weights),
                layer.Activation.GetType().Name);
        }
        return table;
    }

    private static Table Describe(SpikingNetwork network)
    {
        string numbers = network.Arithmetic is FixedPointArithmetic p
            ? $"{p.WeightBits}-bit weights, {p.PotentialBits}-bit potentials{(p.Overflow == PotentialOverflow.Wrap ? " that wrap" : "")}"
            : "single precision";
        Table table = new Table().Title(TableOutput.Cell($"{network.Name}: SNN, {numbers}, T = {network.TimeSteps}, {network.Input.Encoding} input"))
            .AddColumns("Layer", "Inputs", "Neurons", "Synapses", "Neuron", "Weights, bytes", "State, bytes");
        foreach (SpikingLayer layer in network.Layers)
        {
            long state = layer.Neurons * (NeuronDynamics.HasSynapse(layer.Neuron) ? 2L : 1L) + (layer.Pooling is { } pooling ? (long)pooling.Window.Taps * layer.Neurons : 0);
            table.AddRow(
                TableOutput.Cell(layer.Name), Text(layer.Projections.Sum(projection => (long)projection.Inputs)), $"{layer.Shape}",
                Text(layer.Projections.Sum(projection => projection.Connection.Synapses)), NeuronText.Describe(layer.Neuron),
                Text(layer.Projections.Sum(projection => Bytes(projection.Connection.Weights))), Text(4 * state));
        }
        return table;
    }

    private static long Bytes(Tensor weights) => (long)weights.Count * (weights is IntegerTensor integers ? integers.Bits / 8 : 4);

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
