using SnnGen.Generators.Emit.Arithmetic;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Input;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit;

/// <summary>What every part of a class's emission needs.</summary>
/// <param name="Plan">The class.</param>
/// <param name="Numbers">Its number format.</param>
/// <param name="Writer">Where it goes.</param>
internal sealed record EmitContext(InferenceClass Plan, ArithmeticEmitter Numbers, SourceWriter Writer)
{
    /// <summary>Name of the class as C# writes it.</summary>
    public string ClassName => Identifiers.Escape(Plan.Class.Name);

    /// <summary>Writes a member with a body, or, for a stand-in that has nothing to compute with, one that throws.</summary>
    /// <param name="header">Documentation, attributes and signature, without a brace.</param>
    /// <param name="body">Statements.</param>
    public void Method(string header, string body)
    {
        Writer.Separate();
        if (Plan.IsShapeOnly)
        {
            Writer.Lines(header + " =>\n    " + Throw + ";");
            Writer.Separate();
            return;
        }
        using (Writer.Block(header))
            Writer.Lines(body);
    }

    /// <summary>Writes a member that is one expression, as <see cref="Method"/> does.</summary>
    public void Expression(string header, string expression)
    {
        Writer.Separate();
        Writer.Lines(header + (Plan.IsShapeOnly ? " =>\n    " + Throw : " => " + expression) + ";");
        Writer.Separate();
    }

    private string Throw =>
        $"throw new global::System.InvalidOperationException(\"{Plan.Class.Name} was built at design time only; build the project\")";
}
