using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators.Tests.Agreement.Portable;
using SnnGen.Portable.Library;

namespace SnnGen.Portable.Tests;

/// <summary>What the build of the library wrote and compiled.</summary>
public sealed class GeneratedFileTests
{
    private static readonly string s_folder = Path.Combine(
        RepositoryFolder.Root, "tests", "SnnGen.Portable.Tests",
        typeof(GeneratedFileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "GeneratedFiles").Value!);

    [Fact]
    public void Each_network_is_one_file() => Assert.Equal(
        ["SnnGen.Portable.Library.DigitsFloat32.g.cs", "SnnGen.Portable.Library.DigitsRate.g.cs", "SnnGen.Portable.Library.DigitsSnn.g.cs"],
        Files().Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_library_needs_the_standard_and_nothing_else() =>
        Assert.Equal(["netstandard"], typeof(DigitReader).Assembly.GetReferencedAssemblies().Select(reference => reference.Name));

    // Copied somewhere else: the file alone, with the oldest compiler that may meet it.
    [Theory]
    [InlineData("DigitsSnn", true)]
    [InlineData("DigitsFloat32", false)]
    [InlineData("DigitsRate", true)]
    public void A_file_compiles_alone_and_holds_to_the_rules(string name, bool isFixedPoint)
    {
        string file = Files().Single(file => file.EndsWith($".{name}.g.cs", StringComparison.Ordinal));
        SyntaxTree tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.CSharp7_3));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Copy", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999));

        Assert.Empty(compilation.GetDiagnostics());
        Assert.Empty(PortableRules.Violations(compilation, tree, isFixedPoint));
    }

    [Theory]
    [InlineData(typeof(Library.DigitsSnn))]
    [InlineData(typeof(Library.DigitsFloat32))]
    [InlineData(typeof(Library.DigitsRate))]
    public void The_class_states_the_memory_that_its_arrays_take(Type type)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        object network = Activator.CreateInstance(type)!;
        long tables = type.GetNestedType("Tables", All)!.GetFields(All).Sum(field => (long)Buffer.ByteLength((Array)field.GetValue(null)!));
        long state = type.GetFields(All).Where(field => field.FieldType.IsArray).Sum(field => (long)Buffer.ByteLength((Array)field.GetValue(network)!));

        string text = File.ReadAllText(Files().Single(file => file.EndsWith($".{type.Name}.g.cs", StringComparison.Ordinal)));
        Assert.Contains($"tables {tables} bytes", text, StringComparison.Ordinal);
        Assert.Contains($"each instance {state} bytes of RAM", text, StringComparison.Ordinal);
    }

    private static string[] Files() => Directory.GetFiles(s_folder, "*.g.cs", SearchOption.AllDirectories);
}
