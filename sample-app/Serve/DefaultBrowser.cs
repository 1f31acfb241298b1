using System.ComponentModel;
using System.Diagnostics;

namespace SampleApp.Serve;

/// <summary>The browser of the person at the machine.</summary>
internal static class DefaultBrowser
{
    private static bool HasScreen =>
        !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    /// <summary>Opens a page where there is a screen and a browser; else nothing happens, and the printed address serves.</summary>
    public static void Open(string address)
    {
        if (!HasScreen)
            return;
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // No browser is registered.
        }
    }
}
