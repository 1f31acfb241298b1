namespace SnnGen.Benchmarks.Speed;

/// <summary>What tables call the kinds.</summary>
internal static class ContenderKindNames
{
    public static string Name(this ContenderKind kind) => kind switch
    {
        ContenderKind.Generated => "SnnGen",
        ContenderKind.Native => "C kernel",
        ContenderKind.Managed => "ANN in C#",
        _ => "ONNX Runtime",
    };
}
