using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Input;
using SnnGen.Generators.Planning;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>The classes by name, where the network has labels.</summary>
internal static class PortableLabelEmitter
{
    public static void Write(PortableContext context)
    {
        EquatableArray<ClassLabel> labels = context.Plan.Labels;
        if (labels.Count == 0)
            return;
        SourceWriter writer = context.Writer;
        writer.Separate();
        using (writer.Block("""
            /// <summary>The classes; a member's value is the index of its output.</summary>
            public enum Label
            """))
        {
            for (int i = 0; i < labels.Count; i++)
            {
                writer.Separate();
                writer.Lines($"""
                    /// <summary>'{FreeText.Xml(labels[i].Text)}'.</summary>
                    {Identifiers.Escape(labels[i].Identifier)} = {Literal.Of(i)},
                    """);
            }
        }
    }
}
