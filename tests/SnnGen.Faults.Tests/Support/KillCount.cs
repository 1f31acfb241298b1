using System.Globalization;

namespace SnnGen.Faults.Tests.Support;

/// <summary>How often tests kill: a few times in every run, as often as <c>SNNGEN_FAULT_KILLS</c> says in a long one.</summary>
internal static class KillCount
{
    private const string Variable = "SNNGEN_FAULT_KILLS";

    public static int Or(int few) => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : few;
}
