using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>SNN3001.</summary>
public class LengthTests
{
    [Theory]
    [InlineData("NetSnn.Run({|SNN3001:new byte[4]|})")]
    [InlineData("NetSnn.Run({|SNN3001:new float[2]|})")]
    [InlineData("NetSnn.Run({|SNN3001:new float[] { 1, 2 }|})")]
    [InlineData("NetSnn.Run({|SNN3001:new[] { 1f, 2 }|})")]
    [InlineData("NetSnn.Run({|SNN3001:(ReadOnlySpan<byte>)[1, 2, 3, 4]|})")]
    [InlineData("NetSnn.Run(input: {|SNN3001:stackalloc byte[4]|})")]
    [InlineData("NetSnn.Run({|SNN3001:stackalloc[] { 1f }|})")]
    [InlineData("NetSnn.Run(({|SNN3001:new byte[NetSnn.InputSize + 1]|}))")]
    [InlineData("NetSnn.RunSequence({|SNN3001:new float[11]|})")]
    [InlineData("NetSnn.SpikeTrain.Encode({|SNN3001:new byte[4]|})")]
    [InlineData("new Small().Run({|SNN3001:new byte[4]|})")]
    [InlineData("new Small().Run(input: {|SNN3001:new float[2]|})")]
    public Task An_argument_of_another_length_is_reported(string call) => UsageProject.CheckStatementsAsync($"_ = {call};");

    [Theory]
    [InlineData("NetSnn.Hold(ref state, {|SNN3001:new byte[4]|});")]
    [InlineData("NetSnn.Step(ref state, {|SNN3001:new ulong[2]|}, out _);")]
    [InlineData("EventsSnn.State s = default; EventsSnn.Step(ref s, {|SNN3001:new ulong[EventsSnn.InputSize]|}, out _);")]
    [InlineData("WideSnn.State s = default; WideSnn.Step(ref s, {|SNN3001:stackalloc ulong[1]|}, out _);")]
    [InlineData("new Small().Hold({|SNN3001:new byte[2]|});")]
    [InlineData("NetSnn.Run({|SNN3001:new byte[8]|}, new int[3]);")]
    [InlineData("NetSnn.Run({|SNN3001:new byte[8]|}, new int[count]);")]
    [InlineData("var pixels = new byte[28 * 28]; _ = NetSnn.Run({|SNN3001:pixels|});")]
    [InlineData("ReadOnlySpan<byte> pixels = [1, 2]; _ = NetSnn.Run({|SNN3001:pixels|});")]
    [InlineData("Span<byte> pixels = stackalloc byte[4]; pixels.Fill(1); pixels[0] = 2; _ = NetSnn.Run({|SNN3001:pixels|});")]
    [InlineData("float[] values = { 1, 2 }; Action run = () => _ = NetSnn.Run({|SNN3001:values|}); run();")]
    [InlineData("const int size = 5; var pixels = new byte[size]; _ = NetSnn.Run({|SNN3001:pixels|}!);")]
    public Task So_is_one_of_a_method_of_other_outcome_or_in_a_variable(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Theory]
    [InlineData("NetSnn.Run(new byte[3])")]
    [InlineData("NetSnn.Run(new byte[NetSnn.InputSize])")]
    [InlineData("NetSnn.Run(new float[] { 1, 2, 3 })")]
    [InlineData("NetSnn.Run((ReadOnlySpan<float>)[1, 2, 3])")]
    [InlineData("NetSnn.Run((ReadOnlySpan<byte>)[1, .. image])")]
    [InlineData("NetSnn.Run(stackalloc byte[3])")]
    [InlineData("NetSnn.Run(new byte[count])")]
    [InlineData("NetSnn.Run(image)")]
    [InlineData("NetSnn.Run(new byte[100].AsSpan(0, 3))")]
    [InlineData("NetSnn.Run((new byte[100])[..3])")]
    [InlineData("NetSnn.Run(count > 0 ? new byte[4] : image)")]
    [InlineData("NetSnn.RunSequence(new float[12])")]
    [InlineData("NetSnn.State.Restore(new byte[100])")]
    [InlineData("NetSnn.Step(ref state, [0UL], out _)")]
    [InlineData("NetSnn.Step(ref state, new[] { 0, 1, 2, 0 }, out _)")]
    [InlineData("new Small().Run(new int[7], new int[7], 7)")]
    [InlineData("new Small().Run(new byte[3])")]
    [InlineData("new Other().Run(new byte[9])")]
    public Task A_right_or_unknown_length_is_not(string call) => UsageProject.CheckAsync(
        UsageProject.InMethod($"_ = {call};") + "\ninternal class Other { public const int InputSize = 3, OutputSize = 2, TimeSteps = 4; public int Run(byte[] input) => input.Length; }");

    [Theory]
    [InlineData("var pixels = new byte[9]; pixels = image; _ = NetSnn.Run(pixels);")]
    [InlineData("var pixels = new byte[9]; Array.Resize(ref pixels, 3); _ = NetSnn.Run(pixels);")]
    [InlineData("var pixels = new byte[9]; (pixels, _) = (image, 1); _ = NetSnn.Run(pixels);")]
    [InlineData("var pixels = new byte[9]; ref byte[] alias = ref pixels; alias = image; _ = NetSnn.Run(pixels);")]
    [InlineData("var pixels = new byte[9]; Action load = () => pixels = new byte[3]; load(); _ = NetSnn.Run(pixels);")]
    [InlineData("byte[]? pixels = new byte[9]; pixels = null; pixels ??= image; _ = NetSnn.Run(pixels);")]
    [InlineData("Span<byte> pixels = new byte[9]; pixels = pixels[..3]; _ = NetSnn.Run(pixels);")]
    [InlineData("foreach (byte[] pixels in new[] { new byte[9] }) _ = NetSnn.Run(pixels);")]
    [InlineData("NetSnn.Run(new byte[9], new int[3]);")]
    [InlineData("NetSnn.Run(new byte[9], new int[count]);")]
    [InlineData("NetSnn.Run(new byte[count], new int[3]);")]
    public Task A_variable_that_may_hold_another_array_is_not(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Fact]
    public Task Readonly_fields_are_followed_where_nothing_else_is_assigned() => UsageProject.CheckAsync("""
        using App;

        internal sealed partial class Use
        {
            private const int Size = 4;
            private static readonly byte[] s_image = new byte[Size];
            private readonly float[] _chosen = new float[7];
            private readonly float[] _other = [1, 2];
            private byte[] _loose = new byte[9];

            public Use(float[] chosen) => this._chosen = chosen;

            public void Load(byte[] image) => _loose = image;

            public int Run() => NetSnn.Run({|SNN3001:s_image|}).Class + NetSnn.Run({|SNN3001:Use.s_image|}).Class + NetSnn.Run(_chosen).Class
                + NetSnn.Run({|SNN3001:_other|}).Class + NetSnn.Run({|SNN3001:this._other|}).Class + NetSnn.Run(_loose).Class;
        }
        """);

    [Fact]
    public Task Statements_of_a_program_are_looked_at_too() => UsageProject.CheckAsync("""
        //program
        byte[] image = new byte[4], other = new byte[4];
        other = new byte[3];
        _ = App.NetSnn.Run({|SNN3001:image|});
        _ = App.NetSnn.Run(other);
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public Task Conversions_to_spans_of_newer_languages_hide_nothing(LanguageVersion version) => UsageProject.CheckStatementsAsync(
        "var pixels = new byte[4]; _ = NetSnn.Run({|SNN3001:pixels|}); _ = NetSnn.Run({|SNN3001:new float[1]|}); _ = NetSnn.Run(new byte[3]);", version);

    [Theory]
    [InlineData("NetSnn.Run({|SNN3001:new byte[1]|})", "'input' of NetSnn.Run must have 3 elements (InputSize), but has 1, so the call throws an ArgumentException")]
    [InlineData("NetSnn.RunSequence({|SNN3001:new float[5]|})", "'sequence' of NetSnn.RunSequence must have 12 elements (TimeSteps * InputSize), but has 5")]
    [InlineData("NetSnn.Step(ref state, {|SNN3001:new ulong[3]|}, out _)", "'frame' of NetSnn.Step must have 1 element (FrameWords), but has 3")]
    [InlineData("NetSnn.SpikeTrain.Encode({|SNN3001:new byte[1]|})", "'input' of NetSnn.SpikeTrain.Encode must have 3 elements")]
    public async Task The_message_says_what_it_has_and_must_have(string call, string message)
    {
        Diagnostic diagnostic = Assert.Single(await UsageProject.CheckStatementsAsync($"_ = {call};"));
        AssertWarning(diagnostic, message);
    }

    [Theory]
    [InlineData("new int[2]", "'inputs' of NetSnn.Run must have 6 elements (InputSize * 2), but has 8")]
    [InlineData("new int[count]", "'inputs' of NetSnn.Run must have a multiple of 3 elements (InputSize), but has 8")]
    public async Task The_message_of_a_batch_counts_its_classes(string classes, string message) => AssertWarning(
        Assert.Single(await UsageProject.CheckStatementsAsync($"NetSnn.Run({{|SNN3001:new byte[8]|}}, {classes});")), message);

    private static void AssertWarning(Diagnostic diagnostic, string message)
    {
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.StartsWith(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.EndsWith("docs/diagnostics.md#snn3001", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }
}
