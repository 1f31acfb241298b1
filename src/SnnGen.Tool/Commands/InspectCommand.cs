using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using Spectre.Console;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen inspect FILE</c>: the layers of a model (.onnx) or of a spiking network (.snn.json).</summary>
internal static class InspectCommand
{
    private const string NetworkExtension = ".json";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "An .onnx model or a .snn.json network" };
        var command = new Command("inspect", "Shows the layers, neurons, synapses and memory of a network.") { file };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            TableOutput.Write(path.EndsWith(NetworkExtension, StringComparison.OrdinalIgnoreCase)
                ? Describe(Read(path))
                : Describe(OnnxImporter.Import(path)));
            return 0;
        });
        return command;
    }

    private static SpikingNetwork Read(string path)
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
        Table table = new Table().Title(Markup.Escape($"{network.Name}: ANN, input {network.InputShape}"))
            .AddColumns("Layer", "Inputs", "Outputs", "Weights", "Activation");
        foreach (AnalogLayer layer in network.Layers)
        {
            table.AddRow(
                Markup.Escape(layer.Name), Text(layer.Inputs), Text(layer.Outputs),
                Text((long)layer.Inputs * layer.Outputs), Markup.Escape(layer.Activation.ToString()!));
        }
        return table;
    }

    private static Table Describe(SpikingNetwork network)
    {
        Table table = new Table().Title(Markup.Escape($"{network.Name}: SNN, {network.Arithmetic}, T = {network.TimeSteps}, {network.Input.Encoding} input"))
            .AddColumns("Layer", "Inputs", "Neurons", "Synapses", "Neuron", "Weights, bytes", "State, bytes");
        int bytes = network.Arithmetic is SnnGen.Spiking.Numerics.FixedPointArithmetic ? 1 : 4;
        foreach (DenseLayer layer in network.Layers)
        {
            long synapses = (long)layer.Inputs * layer.Neurons;
            table.AddRow(
                Markup.Escape(layer.Name), Text(layer.Inputs), Text(layer.Neurons), Text(synapses),
                Markup.Escape(layer.Neuron.ToString()!), Text(synapses * bytes), Text(4L * layer.Neurons));
        }
        return table;
    }

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
