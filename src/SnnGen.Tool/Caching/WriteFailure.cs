namespace SnnGen.Tool.Caching;

/// <summary>What to say of a file that the system does not let be written.</summary>
internal static class WriteFailure
{
    // ENOSPC and EDQUOT of Linux and macOS, and Windows' ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] s_full = OperatingSystem.IsWindows() ? [112, 39] : OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];

    /// <summary>Whether a file would be larger than the process may write: .NET takes the system's EFBIG for a wrong argument.</summary>
    public static bool IsTooLarge(Exception failure) => failure is ArgumentOutOfRangeException { TargetSite.DeclaringType.FullName: "System.IO.RandomAccess" };

    /// <summary>What is wrong, by the system's own words, and what to do.</summary>
    public static string Describe(Exception failure)
    {
        string cure = IsTooLarge(failure) || (failure is IOException && s_full.Contains(failure.HResult & 0xFFFF))
            ? "free space on its disk, or raise the limit that is set for it"
            : failure is PathTooLongException
            ? "move the project to a shorter path"
            : "make its folder writable, free the path where a file stands in the folder's place, or choose another folder";
        return $"the file cannot be written: {failure.Message.TrimEnd('.')}; {cure}; nothing but whole files is left";
    }
}
