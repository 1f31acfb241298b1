using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Writes a class of the portable profile: one file of C# 7.3 that needs no other, so that it can be copied.</summary>
internal static class PortableClassEmitter
{
    public static GeneratedFile Emit(PortableClass plan)
    {
        var writer = new SourceWriter();
        var context = new PortableContext(plan, PortableNumbers.For(plan.Arithmetic), writer);
        PortableHeaderEmitter.WriteFile(context);
        using (writer.Block($"namespace {Input.Identifiers.Escape(plan.Class.Namespace)}"))
        {
            PortableHeaderEmitter.WriteDocumentation(context);
            using (writer.Block($"{plan.Visibility} sealed class {context.ClassName}"))
                WriteMembers(context);
        }
        return new GeneratedFile(plan.Class + ".g.cs", writer.ToSourceText());
    }

    private static void WriteMembers(PortableContext context)
    {
        PortableHeaderEmitter.WriteConstants(context);
        PortableStateEmitter.WriteFields(context);
        PortableStateEmitter.WriteConstructor(context);
        PortableResultEmitter.WriteProperties(context);
        PortableEntryPointsEmitter.Write(context);
        PortableStateEmitter.WriteReset(context);
        PortableResultEmitter.WriteAccessors(context);
        PortableLabelEmitter.Write(context);
        if (context.Plan.IsShapeOnly)
            return;
        PortableEncoderEmitter.Write(context);
        PortableDecisionEmitter.Write(context);
        if (context.Plan.MayExit)
            PortableExitEmitter.Write(context);
        WriteStep(context);
        foreach (PortableLayer layer in context.Plan.Layers)
            PortableLayerEmitter.Write(context, layer);
        PortableTablesEmitter.Write(context);
    }

    private static void WriteStep(PortableContext context) => context.Method(
        "private void Propagate(int[] inputs, int start, int end)",
        PortableDelayEmitter.BeforeStep(context)
        + string.Concat(context.Plan.Layers.Select(layer => PortableLayerEmitter.Call(layer) + "\n"))
        + "_stepCount++;");
}
