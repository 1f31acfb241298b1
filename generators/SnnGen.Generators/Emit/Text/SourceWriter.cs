using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SnnGen.Generators.Emit.Text;

/// <summary>Writes indented lines; a scope is a <c>using</c> block, so that its nesting is that of the output.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;

    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _isAtStart = true;
    private bool _separate;

    /// <summary>Writes lines, which may come as one raw string; empty lines stay empty.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
            Line(line.TrimEnd('\r'));
    }

    /// <summary>Starts a new member: an empty line, except at the start of a scope.</summary>
    public void Separate() => _separate = !_isAtStart;

    /// <summary>What follows belongs to what was before: no empty line between them.</summary>
    public void Continue() => _separate = false;

    /// <summary>Writes a header and opens a brace, which the returned scope closes.</summary>
    public Scope Block(string header)
    {
        Lines(header);
        return Open();
    }

    /// <summary>Writes the values of an initializer, comma-separated, a few a line.</summary>
    public void Table<T>(IReadOnlyList<T> values, int perLine, Func<T, string> print)
    {
        int indent = (_indent + 1) * IndentWidth;
        for (int start = 0; start < values.Count; start += perLine)
        {
            _text.Append(' ', indent);
            for (int i = start; i < Math.Min(values.Count, start + perLine); i++)
                _text.Append(print(values[i])).Append(i % perLine == perLine - 1 || i == values.Count - 1 ? "," : ", ");
            _text.Append('\n');
        }
    }

    /// <summary>Everything written.</summary>
    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);

    private void Line(string line)
    {
        if (_separate && line.Length > 0)
        {
            _text.Append('\n');
            _separate = false;
        }
        if (line.Length > 0)
            _text.Append(' ', _indent * IndentWidth).Append(line);
        _text.Append('\n');
        _isAtStart = false;
    }

    private Scope Open()
    {
        Line("{");
        _isAtStart = true;
        _indent++;
        return new Scope(this);
    }

    private void Close()
    {
        _separate = false;
        _indent--;
        Line("}");
        _separate = true;
    }

    /// <summary>An open brace.</summary>
    internal readonly struct Scope(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
