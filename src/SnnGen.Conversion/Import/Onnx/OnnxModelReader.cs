using Google.Protobuf;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Reads the protobuf message of a model file.</summary>
internal static class OnnxModelReader
{
    private const string ImpossibleLength = "a length in it is impossible.";

    /// <summary>The message; it has a graph.</summary>
    /// <exception cref="ConversionException">SNN1001 or SNN1002.</exception>
    public static ModelProto Read(string path)
    {
        ModelProto model = Parse(path, ModelFile.ReadBytes(path));
        return model.Graph is { Node.Count: > 0 } ? model : throw Corrupt(path, "it holds no graph");
    }

    private static ModelProto Parse(string path, byte[] bytes)
    {
        try
        {
            return MessageLengths.Fit(bytes, ModelProto.Descriptor) ? ModelProto.Parser.ParseFrom(bytes) : throw Corrupt(path, ImpossibleLength);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Corrupt(path, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException and not ConversionException)
        {
            // The library does not check every length before it takes that much, and has exceptions for it that it does not
            // document: a wrong argument, an index outside the bytes. Whatever it throws, the file is at fault.
            throw Corrupt(path, ImpossibleLength);
        }
    }

    private static ConversionException Corrupt(string path, string problem) => new(
        DiagnosticDescriptors.ModelCorrupt, path, $"is not a complete ONNX model: {problem} Export or copy the file again");
}
