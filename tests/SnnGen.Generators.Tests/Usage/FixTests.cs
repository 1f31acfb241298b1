using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SnnGen.CodeFixes;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>What the code fixes write, one by one and all at once.</summary>
public class FixTests
{
    [Theory]
    [InlineData("_ = NetSnn.Run(new byte[4]);", "_ = NetSnn.Run(new byte[NetSnn.InputSize]);")]
    [InlineData("_ = NetSnn.Run(new byte[ /* pixels */ 28 * 28 ]);", "_ = NetSnn.Run(new byte[ /* pixels */ NetSnn.InputSize ]);")]
    [InlineData("_ = NetSnn.Run(stackalloc float[4]);", "_ = NetSnn.Run(stackalloc float[NetSnn.InputSize]);")]
    [InlineData("var pixels = new byte[4]; pixels[0] = 1; _ = NetSnn.Run(pixels);", "var pixels = new byte[NetSnn.InputSize]; pixels[0] = 1; _ = NetSnn.Run(pixels);")]
    [InlineData("_ = NetSnn.RunSequence(new float[4]);", "_ = NetSnn.RunSequence(new float[NetSnn.TimeSteps * NetSnn.InputSize]);")]
    [InlineData("NetSnn.Step(ref state, new ulong[3], out _);", "NetSnn.Step(ref state, new ulong[NetSnn.FrameWords], out _);")]
    [InlineData("NetSnn.Run(new byte[8], new int[2]);", "NetSnn.Run(new byte[NetSnn.InputSize * 2], new int[2]);")]
    [InlineData("new Small().Hold(new byte[8]);", "new Small().Hold(new byte[Small.InputSize]);")]
    public async Task A_size_becomes_the_constant_of_the_network(string before, string after) =>
        Assert.Equal(UsageProject.InMethod(after), await FixAsync(new ArraySizeFix(), UsageProject.InMethod(before)));

    [Theory]
    [InlineData("_ = NetSnn.Run(new byte[] { 1 });")]
    [InlineData("ReadOnlySpan<byte> pixels = [1]; _ = NetSnn.Run(pixels);")]
    [InlineData("NetSnn.Run(new byte[8], new int[count]);")]
    public async Task A_list_of_values_and_a_batch_of_unknown_size_are_left_to_the_author(string statements) =>
        Assert.Null(await FixAsync(new ArraySizeFix(), UsageProject.InMethod(statements)));

    [Theory]
    [InlineData("NetSnn.Run(image); // now", "var result = NetSnn.Run(image); // now")]
    [InlineData("/* first */ NetSnn.Run( image );", "/* first */ var result = NetSnn.Run( image );")]
    [InlineData("NetSnn.SpikeTrain.Encode(image);", "var spikes = NetSnn.SpikeTrain.Encode(image);")]
    [InlineData("NetSnn.Run(image).Value(0);", "var output = NetSnn.Run(image).Value(0);")]
    [InlineData("int result = 1; NetSnn.Run(image);", "int result = 1; var result2 = NetSnn.Run(image);")]
    [InlineData("NetSnn.State.Restore(image);", "var state2 = NetSnn.State.Restore(image);")]
    [InlineData("switch (count) { case 1: NetSnn.Run(image); break; }", "switch (count) { case 1: var result = NetSnn.Run(image); break; }")]
    public async Task A_result_gets_a_variable(string before, string after) =>
        Assert.Equal(UsageProject.InMethod(after), await FixAsync(new ResultVariableFix(), UsageProject.InMethod(before)));

    [Fact]
    public async Task A_body_that_cannot_be_a_declaration_stays() =>
        Assert.Null(await FixAsync(new ResultVariableFix(), UsageProject.InMethod("if (count > 0) NetSnn.Run(image);")));

    [Fact]
    public async Task Names_are_as_short_as_the_place_allows() => Assert.Equal(
        Program("global::App.NetSnn.Run(new byte[App.NetSnn.InputSize])"),
        await FixAsync(new ArraySizeFix(), Program("global::App.NetSnn.Run(new byte[9])")));

    [Fact]
    public async Task All_sizes_of_a_file_are_written_at_once() => Assert.Equal(
        UsageProject.InMethod("var a = new byte[NetSnn.InputSize]; _ = NetSnn.Run(a); _ = NetSnn.Run(a); _ = NetSnn.Run(new float[NetSnn.InputSize]); _ = WideSnn.Run(new byte[WideSnn.InputSize]); "),
        await FixAllAsync(new ArraySizeFix(), UsageProject.InMethod("var a = new byte[5]; _ = NetSnn.Run(a); _ = NetSnn.Run(a); _ = NetSnn.Run(new float[1]); _ = WideSnn.Run(new byte[1]); ")));

    [Fact]
    public async Task All_results_of_a_file_get_variables_of_different_names() => Assert.Equal(
        Program("var result = App.NetSnn.Run(new byte[3]); var result2 = App.NetSnn.Run(new byte[3]); if (args.Length > 0) App.NetSnn.Run(new byte[3]); var spikes = App.NetSnn.SpikeTrain.Encode(new byte[3])"),
        await FixAllAsync(new ResultVariableFix(), Program("App.NetSnn.Run(new byte[3]); App.NetSnn.Run(new byte[3]); if (args.Length > 0) App.NetSnn.Run(new byte[3]); App.NetSnn.SpikeTrain.Encode(new byte[3])")));

    private static string Program(string statement) => $"//program\n{statement};\n";

    private static async Task<string?> FixAsync(CodeFixProvider provider, string text)
    {
        Document document = await UsageProject.CreateAsync(text);
        Diagnostic diagnostic = Fixable(provider, await UsageProject.AnalyzeAsync(document)).First();
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        return actions.Count == 0 ? null : await ApplyAsync(Assert.Single(actions), document);
    }

    private static async Task<string> FixAllAsync(CodeFixProvider provider, string text)
    {
        Document document = await UsageProject.CreateAsync(text);
        ImmutableArray<Diagnostic> diagnostics = [.. Fixable(provider, await UsageProject.AnalyzeAsync(document))];
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, provider.GetType().Name, provider.FixableDiagnosticIds, new KnownDiagnostics(diagnostics), default);
        CodeAction action = (await provider.GetFixAllProvider()!.GetFixAsync(context))!;
        return await ApplyAsync(action, document);
    }

    private static IEnumerable<Diagnostic> Fixable(CodeFixProvider provider, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id));

    /// <summary>Applied as an IDE does it; the outcome must compile.</summary>
    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
        Solution solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        Document changed = solution.GetDocument(document.Id)!;
        await UsageProject.AssertCompilesAsync(changed);
        return (await changed.GetTextAsync()).ToString();
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(document.Name == "Use.cs" ? diagnostics : Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
