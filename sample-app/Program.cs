using System.Globalization;
using System.Text;
using SampleApp;
using SampleApp.Data;
using SampleApp.Showcase;
using SampleApp.Terminal;

// MnistSnn, MnistSnnFloat32 and DigitsSnn are not in this folder: the build makes them from the two .onnx files
// named in SampleApp.csproj. Press F12 on one of them to read its code.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    Options options = Options.Parse(args);
    if (options.Help)
    {
        Console.Out.Write(Options.Usage);
        return ExitCode.Success;
    }
    Exhibit exhibit = Exhibit.Choose(options);
    Screen screen = Screen.Open();
    StepByStep.Show(screen, exhibit.Demonstration);
    Figures.Show(screen, exhibit);
    return ExitCode.Success;
}
catch (UsageException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    Console.Error.WriteLine("       `dotnet run --project sample-app -c Release -- --help` lists the options");
    return ExitCode.Usage;
}
catch (DataException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return ExitCode.DataFault;
}
