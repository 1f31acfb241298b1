using Google.Protobuf;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Reads the protobuf message of a model file.</summary>
internal static class OnnxModelReader
{
    /// <summary>The message; it has a graph.</summary>
    /// <exception cref="ConversionException">SNN1001 or SNN1002.</exception>
    public static ModelProto Read(string path)
    {
        byte[] bytes = ModelFile.ReadBytes(path);
        try
        {
            ModelProto model = ModelProto.Parser.ParseFrom(bytes);
            return model.Graph is { Node.Count: > 0 } ? model : throw Corrupt(path, "it holds no graph");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Corrupt(path, e.Message);
        }
        catch (ArgumentException)
        {
            // The library does not check every length in a text before it takes that much.
            throw Corrupt(path, "a length in it is impossible.");
        }
    }

    private static ConversionException Corrupt(string path, string problem) => new(
        DiagnosticDescriptors.ModelCorrupt, path, $"is not a complete ONNX model: {problem} Export or copy the file again");
}
