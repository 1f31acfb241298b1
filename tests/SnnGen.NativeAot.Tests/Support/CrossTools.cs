using System.Runtime.InteropServices;

namespace SnnGen.NativeAot.Tests.Support;

/// <summary>What of the tools that link and run native programs this machine has.</summary>
internal static class CrossTools
{
    /// <summary>The C library of ARM64 Linux, where Debian puts it for cross-compilers.</summary>
    public const string Arm64Root = "/usr/aarch64-linux-gnu";

    private const string Install = "apt-get install clang lld gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static";

    /// <summary>The emulator of ARM64, or null.</summary>
    public static string? Emulator { get; } = Find("qemu-aarch64-static") ?? Find("qemu-aarch64");

    /// <summary>Why nothing can be published for this machine, or null.</summary>
    public static string? NativeSkipReason { get; } =
        !OperatingSystem.IsLinux() ? "native programs are tested on Linux only"
        : Find("clang") is null && Find("gcc") is null ? "publishing ahead of time needs clang or gcc as a linker, and neither is installed"
        : null;

    /// <summary>Why nothing can be published for ARM64 and run here, or null.</summary>
    public static string? Arm64SkipReason { get; } = FindArm64SkipReason();

    private static string? FindArm64SkipReason()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return "ARM64 is cross-compiled and emulated on x64 Linux only";
        (string Tool, bool IsThere)[] tools =
        [
            ("clang", Find("clang") is not null),
            ("lld", Find("ld.lld") is not null),
            ("the C library of ARM64", File.Exists(Arm64Root + "/lib/ld-linux-aarch64.so.1")),
            ("gcc for ARM64", Find("aarch64-linux-gnu-gcc") is not null),
            ("qemu-aarch64", Emulator is not null),
        ];
        string[] missing = [.. tools.Where(tool => !tool.IsThere).Select(tool => tool.Tool)];
        return missing.Length == 0 ? null : $"ARM64 needs {string.Join(", ", missing)}: {Install}";
    }

    private static string? Find(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);
}
