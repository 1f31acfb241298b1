using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>Which classes are networks, and which of their members are theirs.</summary>
public class RecognitionTests
{
    [Fact]
    public async Task Classes_of_a_referenced_library_are_networks_too()
    {
        Document library = await UsageProject.CreateAsync("");
        using var image = new MemoryStream();
        Assert.True((await library.Project.GetCompilationAsync())!.Emit(image).Success);
        Markup markup = Markup.Parse(UsageProject.InMethod(
            "_ = NetSnn.Run({|SNN3001:new byte[4]|}); _ = new Small().Run({|SNN3001:new byte[4]|}); _ = new Small().Class == {|SNN3003:2|};"));
        using var workspace = new AdhocWorkspace();
        Project app = workspace.AddProject("App", LanguageNames.CSharp)
            .WithMetadataReferences(library.Project.MetadataReferences.Append(MetadataReference.CreateFromImage(image.ToArray())))
            .WithCompilationOptions(library.Project.CompilationOptions!);

        ImmutableArray<Diagnostic> diagnostics = await UsageProject.AnalyzeAsync(app.AddDocument("Use.cs", markup.Text));

        Assert.Equal(markup.Diagnostics, diagnostics.Select(diagnostic => Markup.Describe(diagnostic.Id, diagnostic.Location.SourceSpan)));
    }

    [Fact]
    public Task Members_that_the_app_adds_are_its_own() => UsageProject.CheckAsync("""
        namespace App
        {
            public static partial class NetSnn
            {
                /// <summary>Counts.</summary>
                public static int Count(int step, int input) => step + input;

                /// <summary>Pads.</summary>
                public static int Hold(byte[] input) => input.Length;
            }
        }

        internal static class Use
        {
            public static void All()
            {
                App.NetSnn.Count(100, 100);
                App.NetSnn.Hold(new byte[9]);
            }
        }
        """);

    [Fact]
    public Task A_class_of_the_same_constants_is_none() => UsageProject.CheckAsync("""
        using System;

        internal static class LikeSnn
        {
            public const int InputSize = 3, OutputSize = 2, TimeSteps = 4;
            public static int Run(ReadOnlySpan<byte> input) => input.Length;
            public static void All() { Run(new byte[9]); }
        }

        internal sealed class Like
        {
            public const int InputSize = 3, OutputSize = 2, TimeSteps = 4;
            public int Class { get; }
            public int Run(byte[] input) => input.Length;
            public bool IsNine => Class == 9 && Run(new byte[9]) == 9;
        }
        """);
}
