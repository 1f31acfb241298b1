using SnnGen.Generators.Emit.Text;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Whether an inference ends before its last step: the decided class must be far enough ahead of every other.</summary>
internal static class PortableExitEmitter
{
    public static void Write(PortableContext context)
    {
        string potentials = "_potentials" + Literal.Of(context.Plan.Readout.Index);
        string lead = context.Numbers.Difference($"{potentials}[_class]", $"{potentials}[other]");
        bool isExact = context.Plan.Output.Exit.Rule == ExitRule.Exact;
        string behind = isExact ? Outrun(context.Numbers.DifferenceType, lead) : $"""
            if (other != _class && !({lead} >= {context.Numbers.Margin(context.Plan.Output.Exit.Margin)}))
                return false;
            """;
        context.Method(
            (isExact ? "// No input of the steps that are left can change the class.\n" : "// The class leads by the margin.\n")
            + $"private bool EndsHere({(isExact ? "int stepsLeft" : "")})",
            () =>
            {
                if (context.Plan.ExitGains is { } gains)
                    context.Writer.Lines($"{PortableNames.Element(gains)}[] gains = Tables.ExitGains;");
                using (context.Writer.Block("for (int other = 0; other < OutputSize; other++)"))
                    context.Writer.Lines(behind);
                context.Writer.Continue();
                context.Writer.Lines("return true;");
            });
    }

    /// <summary>Statements that take the steps of an inference and decide.</summary>
    /// <param name="context">The class.</param>
    /// <param name="advance">Statements of one step.</param>
    public static string Steps(PortableContext context, string advance)
    {
        string exit = !context.Plan.MayExit ? "" : $"""
            Decide();
            if (EndsHere({(context.Plan.Output.Exit.Rule == ExitRule.Exact ? "TimeSteps - 1 - step" : "")}))
                break;
            """;
        string body = advance + (exit.Length == 0 ? "" : "\n" + exit);
        return $$"""
            for (int step = 0; step < TimeSteps; step++)
            {
                {{body.Replace("\n", "\n    ")}}
            }

            {{(exit.Length == 0 ? "Decide();\n" : "")}}return _class;
            """;
    }

    // Of equal potentials the lower index decides.
    private static string Outrun(string type, string lead) => $"""
        if (other == _class)
            continue;
        {type} lead = {lead};
        long gain = (long)stepsLeft * gains[_class * OutputSize + other];
        if (other < _class ? lead <= gain : lead < gain)
            return false;
        """;
}
