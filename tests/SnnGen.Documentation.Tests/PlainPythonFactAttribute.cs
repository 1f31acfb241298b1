using SnnGen.Documentation.Tests.Building;

namespace SnnGen.Documentation.Tests;

/// <summary>A test that runs Python without any package.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlainPythonFactAttribute : FactAttribute
{
    public PlainPythonFactAttribute() => Skip = Python.Path is null ? "Python 3 is not installed" : null;
}
