using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;

namespace SnnGen.Generators.Tests.Caching;

/// <summary>The editor runs the generator at every keystroke; it must do nothing unless a network has changed.</summary>
public class PipelineStepTests
{
    private static readonly ConsumerSettings s_settings = new();
    private static readonly string[] s_steps =
    [
        GeneratorStepNames.ReadSource, GeneratorStepNames.FindCollisions, GeneratorStepNames.PlanClass, GeneratorStepNames.FindRuntime,
    ];

    private readonly NetworkFile _first = new("first.snn.json", TinyNetwork.Float32());
    private readonly NetworkFile _second = new("second.snn.json", TinyNetwork.Int8());
    private readonly CSharpCompilation _compilation = Consumer.Compilation(s_settings, "internal class Unrelated;");
    private readonly GeneratorDriver _driver;

    public PipelineStepTests() => _driver = Consumer.Driver(s_settings, _first, _second).RunGenerators(_compilation);

    [Fact]
    public void Nothing_runs_when_nothing_changed() => AssertNothingRan(_driver.RunGenerators(_compilation));

    [Fact]
    public void Nothing_runs_when_other_code_changed()
    {
        SyntaxTree before = _compilation.SyntaxTrees[0];
        SyntaxTree after = before.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From("internal class Other;"));
        AssertNothingRan(_driver.RunGenerators(_compilation.ReplaceSyntaxTree(before, after)));
    }

    [Fact]
    public void Nothing_runs_when_other_files_come()
    {
        NetworkFile other = new("readme.json", "{}");
        AssertNothingRan(_driver.AddAdditionalTexts([other]).RunGenerators(_compilation));
    }

    [Fact]
    public void Nothing_is_planned_or_written_when_a_file_was_rewritten_with_the_same_text()
    {
        GeneratorDriver driver = _driver
            .ReplaceAdditionalText(_first, new NetworkFile("first.snn.json", TinyNetwork.Float32()))
            .RunGenerators(_compilation);
        AssertNothingRan(driver);
    }

    [Fact]
    public void Only_the_class_of_the_changed_network_is_planned_and_written()
    {
        GeneratorRunResult result = _driver
            .ReplaceAdditionalText(_first, new NetworkFile("first.snn.json", TinyNetwork.Float32() with { TimeSteps = 5 }))
            .RunGenerators(_compilation).GetRunResult().Results.Single();

        Assert.Equal(1, CountRun(result.TrackedSteps[GeneratorStepNames.ReadSource]));
        Assert.Equal(1, CountRun(result.TrackedSteps[GeneratorStepNames.PlanClass]));
        Assert.Equal(0, CountRun(result.TrackedSteps[GeneratorStepNames.FindCollisions]));
        Assert.Equal(0, CountRun(result.TrackedSteps[GeneratorStepNames.FindRuntime]));
        // The class is written again; nothing is reported, and a report of nothing is no new output.
        Assert.Equal(1, CountRun(result.TrackedOutputSteps.SelectMany(step => step.Value)));
    }

    [Fact]
    public void A_second_network_does_not_touch_the_first()
    {
        GeneratorRunResult result = _driver
            .AddAdditionalTexts([new NetworkFile("third.snn.json", TinyNetwork.Readout(2, 2))])
            .RunGenerators(_compilation).GetRunResult().Results.Single();

        Assert.Equal(1, CountRun(result.TrackedSteps[GeneratorStepNames.PlanClass]));
    }

    private static void AssertNothingRan(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Equal(s_steps.Order(), result.TrackedSteps.Keys.Intersect(s_steps).Order());
        foreach (string step in s_steps)
            Assert.Equal(0, CountRun(result.TrackedSteps[step]));
        Assert.NotEmpty(result.TrackedOutputSteps);
        Assert.Equal(0, CountRun(result.TrackedOutputSteps.SelectMany(step => step.Value)));
    }

    private static int CountRun(IEnumerable<IncrementalGeneratorRunStep> steps) => steps
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
}
