using System.Security.Cryptography;
using System.Text;

namespace SnnGen.Tool.Caching;

/// <summary>
/// A cached text with the checksum that proves it whole, and of its key: one line of checksum, then the text. A file that was
/// renamed or copied over another is no entry of that key.
/// </summary>
internal static class CacheEntry
{
    /// <summary>The entry for <paramref name="text"/>.</summary>
    public static string Seal(string key, string text) => Checksum(key, text) + "\n" + text;

    /// <summary>The text of an entry, or null where it is truncated, was changed, or belongs to another key.</summary>
    public static string? Open(string key, string entry)
    {
        int end = entry.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0)
            return null;
        string text = entry[(end + 1)..];
        return entry.AsSpan(0, end).SequenceEqual(Checksum(key, text)) ? text : null;
    }

    private static string Checksum(string key, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key + "\n" + text)));
}
