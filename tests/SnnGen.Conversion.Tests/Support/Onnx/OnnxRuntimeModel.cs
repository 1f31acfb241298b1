using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SnnGen.Conversion.Tests.Support.Onnx;

/// <summary>A model as ONNX Runtime computes it, one input at a time: the oracle of the import.</summary>
internal sealed class OnnxRuntimeModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string _name;
    private readonly TensorElementType _type;
    private readonly long[] _shape;

    public OnnxRuntimeModel(string path)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        _session = new InferenceSession(path, options);
        (_name, NodeMetadata input) = _session.InputMetadata.Single();
        _type = input.ElementDataType;
        _shape = [.. input.Dimensions.Select(extent => extent < 0 ? 1L : extent)];
    }

    /// <summary>The output for <paramref name="input"/>, flattened.</summary>
    public double[] Run(float[] input)
    {
        using OrtValue value = ToValue(input);
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(options, [_name], [value], _session.OutputNames);
        return ToNumbers(results[0]);
    }

    public void Dispose() => _session.Dispose();

    private OrtValue ToValue(float[] input) => _type switch
    {
        TensorElementType.Float => Create(input),
        TensorElementType.Double => Create(Array.ConvertAll(input, x => (double)x)),
        TensorElementType.Float16 => Create(Array.ConvertAll(input, x => (Float16)x)),
        TensorElementType.UInt8 => Create(Array.ConvertAll(input, x => (byte)x)),
        _ => throw new NotSupportedException($"an input of type {_type}"),
    };

    private OrtValue Create<T>(T[] values)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(values, _shape);

    private static double[] ToNumbers(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => [.. value.GetTensorDataAsSpan<float>().ToArray().Select(x => (double)x)],
        TensorElementType.Double => value.GetTensorDataAsSpan<double>().ToArray(),
        TensorElementType.Float16 => [.. value.GetTensorDataAsSpan<Float16>().ToArray().Select(x => (double)(float)x)],
        TensorElementType.Int64 => [.. value.GetTensorDataAsSpan<long>().ToArray().Select(x => (double)x)],
        TensorElementType type => throw new NotSupportedException($"an output of type {type}"),
    };
}
