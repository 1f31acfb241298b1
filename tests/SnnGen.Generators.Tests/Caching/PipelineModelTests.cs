using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;

namespace SnnGen.Generators.Tests.Caching;

/// <summary>What the pipeline keeps between runs must not keep a compilation alive.</summary>
public class PipelineModelTests
{
    private static readonly string[] s_steps =
    [
        GeneratorStepNames.ReadSource, GeneratorStepNames.FindCollisions, GeneratorStepNames.PlanClass, GeneratorStepNames.PlanPortableClass,
        GeneratorStepNames.FindRuntime,
    ];

    [Fact]
    public void No_step_keeps_an_object_of_Roslyn()
    {
        GeneratorRunResult result = Consumer.Generate(
            new("first.snn.json", TinyNetwork.Float32()),
            new("First.snn.json", TinyNetwork.Float32()),
            new("second.snn.json", TinyNetwork.Int8()),
            new("third.snn.json", TinyNetwork.Convolutional(), ("SnnProfile", "Portable")),
            new("broken.snn.json", "{"));

        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string step in s_steps)
            foreach ((object value, _) in result.TrackedSteps[step].SelectMany(run => run.Outputs))
                Visit(value, step, visited);
        Assert.Contains(visited, value => value is Planning.LayerTables);
        Assert.Contains(visited, value => value is Planning.Portable.PortableTable);
        Assert.Contains(visited, value => value is Generators.Diagnostics.DiagnosticInfo);
    }

    private static void Visit(object? value, string path, HashSet<object> visited)
    {
        if (value is null or string or DiagnosticDescriptor || value.GetType().IsPrimitive || !visited.Add(value))
            return;
        Assert.False(
            value is Microsoft.CodeAnalysis.Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location
                or AdditionalText or Microsoft.CodeAnalysis.Text.SourceText or Delegate,
            $"{path} keeps a {value.GetType()}");
        if (value is Array array && !array.GetType().GetElementType()!.IsPrimitive)
        {
            foreach (object? item in (IEnumerable)array)
                Visit(item, path + "[]", visited);
        }
        for (Type? type = value.GetType(); type is not null && !type.IsArray; type = type.BaseType)
        {
            const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (FieldInfo field in type.GetFields(own))
                Visit(field.GetValue(value), $"{path}.{field.Name}", visited);
        }
    }
}
