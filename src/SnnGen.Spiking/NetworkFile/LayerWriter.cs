using System.Text.Json;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Writes one layer.</summary>
internal static class LayerWriter
{
    public static void Write(Utf8JsonWriter json, SpikingLayer layer, bool shapeOnly)
    {
        json.WriteStartObject();
        json.WriteString("name", layer.Name);
        TensorCodec.WriteShape(json, layer.Shape);
        NeuronWriter.Write(json, layer.Neuron, shapeOnly);
        json.WriteStartArray("projections");
        foreach (Projection projection in layer.Projections)
            WriteProjection(json, projection, shapeOnly);
        json.WriteEndArray();
        if (layer.Pooling is { } pooling)
            WriteWindow(json, "maxPooling", pooling.Window);
        if (!shapeOnly)
        {
            WriteTensor(json, "bias", layer.Bias);
            WriteTensor(json, "threshold", layer.Threshold);
            WriteTensor(json, "initialPotential", layer.InitialPotential);
        }
        json.WriteEndObject();
    }

    private static void WriteProjection(Utf8JsonWriter json, Projection projection, bool shapeOnly)
    {
        json.WriteStartObject();
        json.WriteNumber("source", projection.Source);
        json.WriteNumber("spikeWorth", projection.SpikeWorth);
        if (projection.Delay > 0)
            json.WriteNumber("delay", projection.Delay);
        if (projection.InputDelays.Count > 0)
            WriteIntegers(json, "inputDelays", projection.InputDelays.ToArray());
        json.WriteString("channels", NetworkFileFormat.Name(projection.Order));
        if (projection.Pooling is { } pooling)
            WriteWindow(json, "sumPooling", pooling.Window);
        if (projection.Connection is ConvolutionConnection convolution)
        {
            json.WriteString("kind", NetworkFileFormat.Convolution);
            WriteWindow(json, "window", convolution.Window);
            json.WriteNumber("groups", convolution.Groups);
        }
        else
        {
            json.WriteString("kind", NetworkFileFormat.Dense);
            json.WriteNumber("inputs", projection.Connection.Inputs);
            json.WriteNumber("outputs", projection.Connection.Outputs);
        }
        if (!shapeOnly)
            WriteTensor(json, "weights", projection.Connection.Weights);
        json.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter json, string name, SlidingWindow window)
    {
        json.WriteStartObject(name);
        WriteIntegers(json, "input", window.Input.Height, window.Input.Width, window.Input.Channels);
        WriteIntegers(json, "output", window.Output.Height, window.Output.Width, window.Output.Channels);
        WriteIntegers(json, "kernel", window.KernelHeight, window.KernelWidth);
        WriteIntegers(json, "stride", window.StrideHeight, window.StrideWidth);
        WriteIntegers(json, "padding", window.PaddingTop, window.PaddingLeft);
        WriteIntegers(json, "dilation", window.DilationHeight, window.DilationWidth);
        json.WriteEndObject();
    }

    private static void WriteIntegers(Utf8JsonWriter json, string name, params int[] values)
    {
        json.WriteStartArray(name);
        foreach (int value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    public static void WriteTensor(Utf8JsonWriter json, string name, Tensor tensor)
    {
        json.WriteStartObject(name);
        json.WriteString("type", TensorCodec.TypeName(tensor));
        TensorCodec.WriteShape(json, tensor.Shape);
        json.WriteString("data", TensorCodec.Encode(tensor));
        json.WriteEndObject();
    }
}
