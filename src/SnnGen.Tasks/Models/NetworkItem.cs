using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SnnGen.Tasks.Diagnostics;

namespace SnnGen.Tasks.Models;

/// <summary>
/// One .snn.json to make, as it travels through the targets in an item: <see cref="ResolveSnnModels"/> writes it,
/// <see cref="ConvertSnnModel"/> and, by the compiler-visible metadata, the generator read it.
/// </summary>
/// <param name="Output">Full path of the .snn.json.</param>
/// <param name="ModelPath">The model as the project names it.</param>
/// <param name="ClassName">Class to generate.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Profile"><c>Modern</c> or <c>Portable</c>.</param>
/// <param name="Arguments">Options of the converter and their values, alternating.</param>
/// <param name="Inputs">Full paths of what the conversion depends on.</param>
/// <param name="Position">Where the project says it; its file is null where that is not known.</param>
/// <param name="Reason">Why it must be converted; empty where it is up to date.</param>
internal sealed record NetworkItem(
    string Output,
    string ModelPath,
    string ClassName,
    string Namespace,
    string Visibility,
    string Profile,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Inputs,
    SourcePosition Position,
    string Reason)
{
    private const char Separator = '\n';

    public static NetworkItem FromTaskItem(ITaskItem item) => new(
        item.ItemSpec,
        item.GetMetadata("SnnModelPath"),
        item.GetMetadata("SnnClassName"),
        item.GetMetadata("SnnNamespace"),
        item.GetMetadata("SnnVisibility"),
        item.GetMetadata("SnnProfile"),
        item.GetMetadata("SnnArguments").Split(Separator),
        item.GetMetadata("SnnInputs").Split(Separator),
        SourcePosition.Parse(item.GetMetadata("SnnPosition")),
        item.GetMetadata("SnnReason"));

    public ITaskItem ToTaskItem()
    {
        var item = new TaskItem(Escape(Output));
        item.SetMetadata("SnnModelPath", Escape(ModelPath));
        item.SetMetadata("SnnClassName", ClassName);
        item.SetMetadata("SnnNamespace", Namespace);
        item.SetMetadata("SnnVisibility", Visibility);
        item.SetMetadata("SnnProfile", Profile);
        item.SetMetadata("SnnArguments", Escape(string.Join(Separator.ToString(), Arguments)));
        item.SetMetadata("SnnInputs", Escape(string.Join(Separator.ToString(), Inputs)));
        item.SetMetadata("SnnPosition", Escape(Position.ToString()));
        item.SetMetadata("SnnReason", Escape(Reason));
        return item;
    }

    /// <summary>MSBuild unescapes what a task writes into an item; this makes a text come out as it is.</summary>
    private static string Escape(string text) => string.Concat(text.Select(
        c => "%*?@$();'".Contains(c) ? string.Format(CultureInfo.InvariantCulture, "%{0:x2}", (int)c) : c.ToString()));
}
