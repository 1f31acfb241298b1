using System.CommandLine;

namespace SnnGen.Tool.Commands;

/// <summary>Options whose value is one of a few words.</summary>
internal static class Choice
{
    /// <summary>Such an option.</summary>
    public static Option<string> Option(string name, string preset, string description, params string[] values)
    {
        var option = new Option<string>(name) { DefaultValueFactory = _ => preset, Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
