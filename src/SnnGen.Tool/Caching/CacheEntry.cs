using System.Security.Cryptography;
using System.Text;

namespace SnnGen.Tool.Caching;

/// <summary>A cached text with the checksum that proves it whole: one line of checksum, then the text.</summary>
internal static class CacheEntry
{
    /// <summary>The entry for <paramref name="text"/>.</summary>
    public static string Seal(string text) => Checksum(text) + "\n" + text;

    /// <summary>The text of an entry, or null where it is truncated or was changed.</summary>
    public static string? Open(string entry)
    {
        int end = entry.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0)
            return null;
        string text = entry[(end + 1)..];
        return entry.AsSpan(0, end).SequenceEqual(Checksum(text)) ? text : null;
    }

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
