using System.Diagnostics.CodeAnalysis;

namespace SampleApp.Serve;

/// <summary>
/// Serves the live page. A web server is several times as large as the rest of a small native program: publishing leaves
/// it out unless -p:SampleServe=true asks for it.
/// </summary>
internal static class ServeCommand
{
    private const string Switch = "SampleApp.Serve";

    /// <summary>The project file sets it where it publishes; the trimmer then removes what it forbids.</summary>
    [FeatureSwitchDefinition(Switch)]
    private static bool HasServer => !AppContext.TryGetSwitch(Switch, out bool isOn) || isOn;

    /// <summary>Serves until the process is asked to end.</summary>
    /// <exception cref="ServeException">The port is taken, or the program has no server.</exception>
    /// <exception cref="Data.DataException">A data file is missing or corrupt.</exception>
    public static Task Run(ServeOptions options) => HasServer
        ? LiveServer.Run(options, Console.Out)
        : throw new ServeException("this program was published without the live page, for which -p:SampleServe=true asks");
}
