using System.Text;

namespace SnnGen.Tasks.Running;

/// <summary>Quotes one argument the way .NET and the C runtime take a command line apart, on every system.</summary>
internal static class CommandLineText
{
    /// <summary>The argument in quotes where it needs them; inner quotes and the backslashes before them are escaped.</summary>
    public static string Quote(string argument)
    {
        if (argument.Length > 0 && !argument.Any(c => char.IsWhiteSpace(c) || c == '"'))
            return argument;
        var quoted = new StringBuilder("\"");
        int backslashes = 0;
        foreach (char c in argument)
        {
            if (c == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }
        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
