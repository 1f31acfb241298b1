using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Portable classes hold to <see cref="PortableRules"/>, and the rules notice what does not.</summary>
public class PortableRulesTests
{
    [Fact]
    public void Classes_of_random_networks_hold_to_the_rules()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 60).Select(RandomNetwork.Create), TinyNetwork.ShapeOnly(), TinyNetwork.Convolutional()];
        CSharpCompilation compilation = PortableConsumer.Compile(networks, []);
        for (int i = 0; i < networks.Length; i++)
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith($"App.Net{i}Snn.g.cs", StringComparison.Ordinal));
            Assert.Empty(PortableRules.Violations(compilation, tree, networks[i].Arithmetic is FixedPointArithmetic));
        }
        Assert.Equal(networks.Length, compilation.SyntaxTrees.Length);
    }

    [Theory]
    [InlineData("int[] Make() { return new int[3]; }", "an array is made at a call")]
    [InlineData("object Make() { return new object(); }", "an object is made")]
    [InlineData("object Box(int i) { return i; }", "a value is boxed")]
    [InlineData("int Sum(int[] x) { int s = 0; foreach (int i in x) s += i; return s; }", "ForEachStatement")]
    [InlineData("int Sum(System.Collections.Generic.List<int> x) { return x.Count; }", "GenericName")]
    [InlineData("int Sum(int[] x) { return System.Linq.Enumerable.Sum(x); }", "member System.Linq")]
    [InlineData("int Span(int[] x) { return System.MemoryExtensions.AsSpan(x).Length; }", "type System.Span<int>")]
    [InlineData("unsafe int Point(int* x) { return *x; }", "PointerType")]
    [InlineData("float Half(int x) { return x * 0.5f; }", "floating point")]
    [InlineData("int Half(int x) { return (int)(x * 0.5); }", "floating point")]
    [InlineData("string Name(int x) { return x.ToString(); }", "member int.ToString()")]
    [InlineData("static int[] s_table = { 1, 2 };", "an array is made at a call")]
    public void A_break_of_a_rule_is_found(string member, string problem)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText($"class C {{ {member} }}", new CSharpParseOptions(LanguageVersion.CSharp7_3));
        CSharpCompilation compilation = PortableConsumer.Compile([], []).AddSyntaxTrees(tree)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Assert.Contains(PortableRules.Violations(compilation, tree, isFixedPoint: true), violation => violation.Contains(problem, StringComparison.Ordinal));
    }
}
