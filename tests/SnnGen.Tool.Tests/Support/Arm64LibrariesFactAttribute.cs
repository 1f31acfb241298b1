using System.Runtime.InteropServices;

namespace SnnGen.Tool.Tests.Support;

/// <summary>A test that runs the tool on ARM64 Linux, in an emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Arm64LibrariesFactAttribute : FactAttribute
{
    /// <summary>The emulator, where Debian puts it.</summary>
    public const string Emulator = "/usr/bin/qemu-aarch64-static";

    /// <summary>What .NET hashes with, and what the solver is linked to.</summary>
    private static readonly string[] s_libraries = ["/usr/lib/aarch64-linux-gnu/libssl.so.3", "/usr/lib/aarch64-linux-gnu/libstdc++.so.6"];

    public Arm64LibrariesFactAttribute() => Skip =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "ARM64 is emulated on x64 Linux only"
        : File.Exists(Emulator) && s_libraries.All(File.Exists) ? null
        : "ARM64 needs: dpkg --add-architecture arm64; apt-get update; apt-get install qemu-user-static libssl3:arm64 libstdc++6:arm64";
}
