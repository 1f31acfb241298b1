using System.Runtime.InteropServices;

namespace SnnGen.Tool.Tests.Support;

/// <summary>A test that runs the tool on ARM64 Linux, in an emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Arm64LibrariesFactAttribute : FactAttribute
{
    /// <summary>The emulator, where Debian puts it.</summary>
    public const string Emulator = "/usr/bin/qemu-aarch64-static";

    /// <summary>The C library of the cross-compiler.</summary>
    public const string Root = "/usr/aarch64-linux-gnu";

    /// <summary>OpenSSL, with which .NET hashes; <c>.ci/run</c> puts it here.</summary>
    public const string Libraries = "/usr/local/lib/snngen-arm64";

    private static readonly string[] s_needed = [Emulator, Root + "/lib/ld-linux-aarch64.so.1", Root + "/lib/libstdc++.so.6", Libraries + "/libssl.so.3"];

    public Arm64LibrariesFactAttribute() => Skip =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "ARM64 is emulated on x64 Linux only"
        : s_needed.FirstOrDefault(file => !File.Exists(file)) is { } missing ? $"ARM64 needs {missing}, which .ci/run installs"
        : null;
}
