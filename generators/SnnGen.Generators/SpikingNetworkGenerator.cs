using Microsoft.CodeAnalysis;
using SnnGen.Generators.Diagnostics;
using SnnGen.Generators.Emit;
using SnnGen.Generators.Emit.Portable;
using SnnGen.Generators.Input;
using SnnGen.Generators.Planning;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking;

namespace SnnGen.Generators;

/// <summary>Compiles every <c>.snn.json</c> among the additional files into a C# class.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SpikingNetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Result<NetworkSource>> sources = context.AdditionalTextsProvider
            .Where(static file => NetworkSourceReader.IsNetwork(file))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => NetworkSourceReader.Read(pair.Left, pair.Right, cancellation))
            .WithTrackingName(GeneratorStepNames.ReadSource);

        IncrementalValueProvider<EquatableArray<Collision>> collisions = sources
            .Select(static (source, _) => source.Value is { } value ? new NamedFile(value.Path, value.ModelPath, value.Class) : null)
            .Collect()
            .Select(static (files, _) => Collision.FindAll(files))
            .WithTrackingName(GeneratorStepNames.FindCollisions);

        IncrementalValuesProvider<Result<NetworkSource>> unique = sources
            .Combine(collisions)
            .Select(static (pair, _) => Collision.Check(pair.Left, pair.Right));

        IncrementalValuesProvider<Result<InferenceClass>> classes = unique
            .Where(static source => source.Value?.Profile != Profile.Portable)
            .Select(static (source, _) => source.Value is { } value
                ? InferencePlanner.Plan(value)
                : new Result<InferenceClass>(null, source.Diagnostics))
            .WithTrackingName(GeneratorStepNames.PlanClass);

        IncrementalValuesProvider<Result<PortableClass>> portableClasses = unique
            .Where(static source => source.Value?.Profile == Profile.Portable)
            .Select(static (source, _) => PortablePlanner.Plan(source.Value!))
            .WithTrackingName(GeneratorStepNames.PlanPortableClass);

        IncrementalValueProvider<EquatableArray<string>> runtime = classes
            .Select(static (plan, _) => plan.Value is { IsShapeOnly: false } value ? RuntimeNeeds.Of(value) : default)
            .Collect()
            .Select(static (needs, _) => RuntimeNeeds.Join(needs))
            .WithTrackingName(GeneratorStepNames.FindRuntime);

        context.RegisterSourceOutput(classes, static (output, plan) => Report(output, plan.Diagnostics));
        context.RegisterSourceOutput(classes, static (output, plan) => Emit(output, plan.Value));
        context.RegisterSourceOutput(portableClasses, static (output, plan) => Report(output, plan.Diagnostics));
        context.RegisterSourceOutput(portableClasses, static (output, plan) => Emit(output, plan.Value));
        context.RegisterSourceOutput(runtime, static (output, needs) => EmitRuntime(output, needs));
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }

    private static void Emit(SourceProductionContext output, InferenceClass? plan)
    {
        if (plan is null)
            return;
        foreach (GeneratedFile file in InferenceClassEmitter.Emit(plan))
            output.AddSource(file.HintName, file.Text);
    }

    private static void Emit(SourceProductionContext output, PortableClass? plan)
    {
        if (plan is null)
            return;
        GeneratedFile file = PortableClassEmitter.Emit(plan);
        output.AddSource(file.HintName, file.Text);
    }

    private static void EmitRuntime(SourceProductionContext output, EquatableArray<string> needs)
    {
        foreach (GeneratedFile file in RuntimeFiles.Of(needs))
            output.AddSource(file.HintName, file.Text);
    }
}
