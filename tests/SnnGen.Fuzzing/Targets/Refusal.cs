using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Fuzzing.Targets;

/// <summary>What a refusal by the converter must be: an error of one line, with an id that the reader documents, at the file.</summary>
internal static class Refusal
{
    /// <summary>True where <paramref name="read"/> ends, false where it refuses.</summary>
    public static bool Accepts(Action read, string path, params string[] ids)
    {
        try
        {
            read();
            return true;
        }
        catch (ConversionException e)
        {
            string id = e.Diagnostic.Descriptor.Id;
            if (!ids.Contains(id) || e.Diagnostic.Descriptor.IsWarning)
                throw new InvalidOperationException($"{id} is none of {string.Join(", ", ids)}", e);
            if (e.Diagnostic.File != path || e.Message.AsSpan().ContainsAny('\n', '\r'))
                throw new InvalidOperationException("the message is not one line at the file", e);
            return false;
        }
    }
}
