using System.Globalization;
using SampleApp;
using SampleApp.Data;
using SampleApp.Serve;
using SampleApp.Showcase;
using SampleApp.Terminal;

// DigitsSnn, MnistSnn and MnistSnnFloat32 are not in this folder: the build makes them from the two .onnx files
// named in SampleApp.csproj. Measurement/Networks.cs calls them; press F12 on one of them to read its code.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    Options options = Options.Parse(args);
    if (options.Help)
    {
        Console.Out.Write(Options.Usage);
        return ExitCode.Success;
    }
    if (options.Serve is { } page)
    {
        await ServeCommand.Run(page);
        return ExitCode.Success;
    }
    Exhibition exhibition = Exhibition.Choose(options);
    Screen screen = Screen.Open();
    foreach (Subject subject in exhibition.Watched)
        StepByStep.Show(screen, subject);
    Figures.Show(screen, exhibition);
    return ExitCode.Success;
}
catch (UsageException e)
{
    Console.Error.WriteLine($"error: {e.Message}; --help lists the options");
    return ExitCode.Usage;
}
catch (Exception e) when (e is DataException or ServeException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return ExitCode.Unavailable;
}
