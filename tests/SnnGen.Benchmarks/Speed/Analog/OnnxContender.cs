using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace SnnGen.Benchmarks.Speed.Analog;

/// <summary>The ANN in ONNX Runtime: one thread, inputs and outputs bound to memory that is allocated once.</summary>
internal sealed class OnnxContender : Contender
{
    private const int Outputs = 10;

    private readonly TestImages _images;
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue _input, _output;
    private readonly int _batch;

    /// <param name="model">The ONNX file.</param>
    /// <param name="images">The images.</param>
    /// <param name="batch">Images a call.</param>
    public OnnxContender(byte[] model, TestImages images, int batch = 1)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        (_images, _batch) = (images, batch);
        _session = new InferenceSession(model, options);
        (string input, NodeMetadata data) = _session.InputMetadata.Single();
        _input = Allocate([batch, .. data.Dimensions.Skip(1).Select(extent => (long)extent)]);
        _output = Allocate([batch, Outputs]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(input, _input);
        _binding.BindOutput(_session.OutputNames.Single(), _output);
    }

    public override void Classify(int first, Span<int> classes)
    {
        for (int i = 0; i < classes.Length; i += _batch)
            Run(first + i, classes.Slice(i, _batch));
    }

    public override void Dispose()
    {
        _binding.Dispose();
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }

    protected override int Classify(int image)
    {
        Span<int> decision = stackalloc int[1];
        Run(image, decision);
        return decision[0];
    }

    private void Run(int first, Span<int> classes)
    {
        _images.Floats(first, _batch).CopyTo(_input.GetTensorMutableDataAsSpan<float>());
        _session.RunWithBinding(_options, _binding);
        ReadOnlySpan<float> logits = _output.GetTensorDataAsSpan<float>();
        for (int i = 0; i < classes.Length; i++)
            classes[i] = TensorPrimitives.IndexOfMax(logits.Slice(i * Outputs, Outputs));
    }

    private static OrtValue Allocate(long[] shape) =>
        OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float, shape);
}
