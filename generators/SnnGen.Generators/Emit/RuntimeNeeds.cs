using System.Text.RegularExpressions;
using SnnGen.Generators.Planning;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit;

/// <summary>Which types of the fixed part a class names: a project gets no more of it than its networks need.</summary>
internal static class RuntimeNeeds
{
    private static readonly Regex s_name = new(@"global::SnnGen\.Runtime\.(\w+)");

    /// <summary>Names of types, in order.</summary>
    public static EquatableArray<string> Of(InferenceClass plan) =>
        Sort(s_name.Matches(InferenceClassEmitter.Emit(plan).First().Text.ToString()).Cast<Match>().Select(match => match.Groups[1].Value));

    /// <summary>The names of all classes together.</summary>
    public static EquatableArray<string> Join(IEnumerable<EquatableArray<string>> needs) => Sort(needs.SelectMany(names => names));

    private static EquatableArray<string> Sort(IEnumerable<string> names) =>
        names.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}
