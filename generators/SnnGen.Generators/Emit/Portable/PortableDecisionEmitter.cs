using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>How the outputs are compared: by score where there are scores, then by potential, the lowest index on a tie.</summary>
internal static class PortableDecisionEmitter
{
    public static void Write(PortableContext context)
    {
        PortableClass plan = context.Plan;
        string potentials = "_potentials" + Literal.Of(plan.Readout.Index), number = plan.HasScores ? "int" : context.Numbers.DifferenceType;
        string values = plan.HasScores ? "_scores" : potentials;
        context.Method("private bool Decide()", $$"""
            int best = 0, second = -1;
            for (int j = 1; j < OutputSize; j++)
            {
                if (IsBehind(best, j))
                {
                    second = best;
                    best = j;
                }
                else if (second < 0 || IsBehind(second, j))
                {
                    second = j;
                }
            }

            {{number}} most = {{values}}[best];
            _margin = second < 0 ? most : {{(plan.HasScores ? "most - _scores[second]" : context.Numbers.Difference("most", $"{values}[second]"))}};
            bool isNews = _stepCount == 1 || best != _class;
            _class = best;
            return isNews;
            """);
        context.Method("private bool IsBehind(int output, int other)",
            (plan.HasScores ? "if (_scores[output] != _scores[other])\n    return _scores[output] < _scores[other];\n" : "")
            + $"return {context.Numbers.IsLess($"{potentials}[output]", $"{potentials}[other]")};");
    }
}
