using System.Text.Json;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>Measures a model that a page has made on the data that it has made.</summary>
internal static class Evaluation
{
    /// <summary>The share of the first test inputs on which the model and its spiking network agree.</summary>
    public static double Agreement(string model, PageFolder folder)
    {
        using JsonDocument report = JsonDocument.Parse(Command.Run(
            folder.Root, [], "dotnet", "exec", Tools.Converter, "evaluate", model, "--calibration", "calibration.npy",
            "--images", "test-images.npy", "--labels", "test-labels.npy", "--limit", "400", "--calibration-count", "200", "--json"));
        return report.RootElement.GetProperty("agreement").GetDouble();
    }
}
