using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Writes a network as <c>.snn.json</c>; the same network gives the same bytes on every machine.</summary>
public static class NetworkFileWriter
{
    /// <summary>The file's text: UTF-8 JSON, line feeds only, one trailing line feed.</summary>
    public static string Write(SpikingNetwork network)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default };
        using (var json = new Utf8JsonWriter(stream, options))
            WriteNetwork(json, network);
        // The writer's own line breaks are the platform's; those inside strings are escaped.
        return Encoding.UTF8.GetString(stream.ToArray()).Replace("\r\n", "\n") + "\n";
    }

    private static void WriteNetwork(Utf8JsonWriter json, SpikingNetwork network)
    {
        json.WriteStartObject();
        json.WriteString("format", NetworkFileFormat.Format);
        json.WriteNumber("version", NetworkFileFormat.Version);
        json.WriteString("name", network.Name);
        if (network.IsShapeOnly)
            json.WriteBoolean("shapeOnly", true);
        WriteArithmetic(json, network.Arithmetic);
        json.WriteNumber("timeSteps", network.TimeSteps);
        WriteInput(json, network.Input);
        WriteOutput(json, network.Output);
        json.WriteStartArray("layers");
        foreach (SpikingLayer layer in network.Layers)
            LayerWriter.Write(json, layer, network.IsShapeOnly);
        json.WriteEndArray();
        json.WriteStartArray("labels");
        foreach (string label in network.Labels)
            json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteStartObject("metadata");
        foreach (MetadataEntry entry in network.Metadata)
            json.WriteString(entry.Key, entry.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArithmetic(Utf8JsonWriter json, Arithmetic arithmetic)
    {
        json.WriteStartObject("arithmetic");
        if (arithmetic is FixedPointArithmetic p)
        {
            json.WriteString("kind", NetworkFileFormat.FixedPoint);
            json.WriteNumber("weightBits", p.WeightBits);
            json.WriteNumber("potentialBits", p.PotentialBits);
            if (p.Overflow != default)
                json.WriteString("overflow", NetworkFileFormat.Name(p.Overflow));
        }
        else
        {
            json.WriteString("kind", NetworkFileFormat.Float32);
        }
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, InputEncoder input)
    {
        json.WriteStartObject("input");
        TensorCodec.WriteShape(json, input.Shape);
        json.WriteString("encoding", NetworkFileFormat.Name(input.Encoding));
        json.WriteNumber("scale", input.Scale);
        json.WriteNumber("offset", input.Offset);
        if (input.Encoding == InputEncoding.Poisson)
            json.WriteNumber("seed", input.Seed);
        json.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter json, OutputDecoder output)
    {
        json.WriteStartObject("output");
        json.WriteNumber("scale", output.Scale);
        json.WriteString("function", NetworkFileFormat.Name(output.Function));
        json.WriteString("readout", NetworkFileFormat.Name(output.Readout));
        if (!output.Averages)
            json.WriteBoolean("averages", false);
        if (output.Exit.Rule != ExitRule.Never)
        {
            json.WriteStartObject("exit");
            json.WriteString("rule", NetworkFileFormat.Name(output.Exit.Rule));
            if (output.Exit.Rule == ExitRule.Confident)
                json.WriteNumber("margin", output.Exit.Margin);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
