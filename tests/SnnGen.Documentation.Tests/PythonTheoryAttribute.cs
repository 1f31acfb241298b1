using SnnGen.Documentation.Tests.Building;

namespace SnnGen.Documentation.Tests;

/// <summary>A theory that runs programs of Python with PyTorch, onnx and scikit-learn.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute() => Skip = Python.SkipReason;
}
