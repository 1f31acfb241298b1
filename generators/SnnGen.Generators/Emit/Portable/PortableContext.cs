using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Input;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>What every part of a portable class's emission needs.</summary>
/// <param name="Plan">The class.</param>
/// <param name="Numbers">Its number format.</param>
/// <param name="Writer">Where it goes.</param>
internal sealed record PortableContext(PortableClass Plan, PortableNumbers Numbers, SourceWriter Writer)
{
    /// <summary>Name of the class as C# writes it.</summary>
    public string ClassName => Identifiers.Escape(Plan.Class.Name);

    /// <summary>Writes a member with a body, or, for a stand-in that has nothing to compute with, one that throws.</summary>
    /// <param name="header">Documentation and signature, without a brace.</param>
    /// <param name="body">Writes the statements.</param>
    public void Method(string header, Action body)
    {
        Writer.Separate();
        if (Plan.IsShapeOnly)
        {
            Writer.Lines(header + " =>\n    " + Throw + ";");
            Writer.Separate();
            return;
        }
        using (Writer.Block(header))
            body();
    }

    /// <summary>The same with statements that are known.</summary>
    public void Method(string header, string body) => Method(header, () => Writer.Lines(body));

    /// <summary>Writes a member that is one expression.</summary>
    public void Expression(string header, string expression)
    {
        Writer.Separate();
        Writer.Lines(header + (Plan.IsShapeOnly ? " =>\n    " + Throw : " => " + expression) + ";");
        Writer.Separate();
    }

    /// <summary>Writes lines, unless there are none.</summary>
    public void Optional(string lines)
    {
        if (lines.Length > 0)
            Writer.Lines(lines);
    }

    private string Throw =>
        $"throw new global::System.InvalidOperationException(\"{Plan.Class.Name} was built at design time only; build the project\")";
}
