using System.Text;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Tasks.Incremental;

namespace SnnGen.Tool.Caching;

/// <summary>
/// Writes files so that nobody ever sees half of one: whatever happens, the path holds the old content or the new.
/// </summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Makes <paramref name="path"/> hold <paramref name="text"/>, creating its folder. A file that holds it already is
    /// left alone with its time, so that nothing is recompiled for it.
    /// </summary>
    /// <returns>False where the file held the text already.</returns>
    /// <exception cref="ConversionException">SNN1011: the folder or the file cannot be written.</exception>
    public static bool Write(string path, string text) => Write(path, s_utf8.GetBytes(text));

    /// <summary>The same with bytes.</summary>
    /// <returns>False where the file held them already.</returns>
    /// <exception cref="ConversionException">SNN1011: the folder or the file cannot be written.</exception>
    public static bool Write(string path, byte[] bytes) => Guard(path, () =>
    {
        if (Holds(path, bytes))
            return false;
        WriteThen(path, bytes, temporary => File.Move(temporary, path, overwrite: true));
        return true;
    });

    /// <summary>Creates <paramref name="path"/> unless it exists, even where somebody else creates it at this moment.</summary>
    /// <returns>False where the file existed.</returns>
    /// <exception cref="ConversionException">SNN1011: the folder or the file cannot be written.</exception>
    public static bool WriteIfAbsent(string path, string text) => Guard(path, () =>
    {
        if (File.Exists(path))
            return false;
        bool isCreated = true;
        WriteThen(path, s_utf8.GetBytes(text), temporary =>
        {
            try
            {
                File.Move(temporary, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                isCreated = false;
            }
        });
        return isCreated;
    });

    /// <summary>Runs what touches <paramref name="path"/>, turning a refusal of the system into SNN1011.</summary>
    internal static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || WriteFailure.IsTooLarge(e))
        {
            throw new ConversionException(DiagnosticDescriptors.OutputUnwritable, path, WriteFailure.Describe(e));
        }
    }

    /// <summary>A file that cannot be read can still be replaced, where its folder can be written.</summary>
    private static bool Holds(string path, byte[] bytes)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void WriteThen(string path, byte[] bytes, Action<string> move)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        // In the same folder, since a rename is atomic only within one file system.
        string temporary = Path.Combine(folder, StrayFiles.NewName(Path.GetFileName(path)));
        try
        {
            File.WriteAllBytes(temporary, bytes);
            move(temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
        StrayFiles.Sweep(folder, Path.GetFileName(path));
    }
}
