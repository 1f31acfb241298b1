namespace SnnGen.Benchmarks.Speed;

/// <summary>What a row of the table is.</summary>
internal enum ContenderKind
{
    /// <summary>A class that SnnGen generated.</summary>
    Generated,

    /// <summary>The same spiking network, written by hand in C.</summary>
    Native,

    /// <summary>The ANN in ONNX Runtime, single precision.</summary>
    OnnxFloat32,

    /// <summary>The ANN in ONNX Runtime, single precision, many images a call.</summary>
    OnnxBatch,

    /// <summary>The ANN in ONNX Runtime, 8-bit integers.</summary>
    OnnxInt8,

    /// <summary>The ANN in plain C#, single precision.</summary>
    Managed,
}
