using SnnGen.Generators.Emit.Arithmetic;
using SnnGen.Generators.Emit.Members;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit;

/// <summary>Writes a class: one file to read, one with its weights.</summary>
internal static class InferenceClassEmitter
{
    public static IEnumerable<GeneratedFile> Emit(InferenceClass plan)
    {
        yield return Write(plan, ".g.cs", static context =>
        {
            ConstantsEmitter.Write(context);
            EntryPointsEmitter.Write(context);
            SpikeTrainEmitter.Write(context);
            StateEmitter.Write(context);
            ResultEmitter.Write(context);
            LabelEmitter.Write(context);
            BuffersEmitter.Write(context);
        });
        if (!plan.IsShapeOnly)
            yield return Write(plan, ".Tables.g.cs", TablesEmitter.Write);
    }

    private static GeneratedFile Write(InferenceClass plan, string suffix, Action<EmitContext> writeMembers)
    {
        var writer = new SourceWriter();
        var context = new EmitContext(plan, ArithmeticEmitter.For(plan), writer);
        bool isMain = suffix == ".g.cs";
        HeaderEmitter.Write(context);
        if (isMain)
            HeaderEmitter.WriteClassDocumentation(context);
        using (writer.Block($"{plan.Visibility} static partial class {context.ClassName}"))
            writeMembers(context);
        return new GeneratedFile(plan.Class + suffix, writer.ToSourceText());
    }
}
