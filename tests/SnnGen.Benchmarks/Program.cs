using System.CommandLine;
using SnnGen.Benchmarks.Accuracy;
using SnnGen.Benchmarks.CodeSize;
using SnnGen.Benchmarks.Compiling;
using SnnGen.Benchmarks.Differential;
using SnnGen.Benchmarks.Scale;
using SnnGen.Benchmarks.Solving;
using SnnGen.Benchmarks.Speed;

var root = new RootCommand("Tables of docs/benchmarks.md, measured on the MNIST data and models beside the repository.");
root.Subcommands.Add(Table("accuracy", "Accuracy, agreement and conversion time of every network, through snngen evaluate --json.", AccuracyTable.Write));
root.Subcommands.Add(Table("solving", "Our solver against OR-Tools on sampled neurons of trained layers.", SolverTable.Write));
root.Subcommands.Add(Table("scaling", "How solving a layer grows with its neurons and with the calibration samples.", ScalingTable.Write));
root.Subcommands.Add(Table("compile", "What the weights of a network cost the C# compiler, and other ways to write them.", CompileTable.Write));
root.Subcommands.Add(GrowthCommand.Create());
root.Subcommands.Add(Table("large", "Conversion and compilation of networks of ten million synaptic operations.", LargeTable.Write));
root.Subcommands.Add(Table("large-publish", "Ten million synaptic operations as a user builds, publishes ahead of time, and runs them.", LargePublishTable.Write));
root.Subcommands.Add(ProjectsCommand.CreateModels());
root.Subcommands.Add(ProjectsCommand.CreateSolution());
root.Subcommands.Add(Table("nir", "How much faster than real time networks of NIR run.", NirTable.Write));
root.Subcommands.Add(SpeedCommand.Create());
root.Subcommands.Add(StatisticsCommand.Create());
root.Subcommands.Add(CodeSizeCommand.Create());
root.Subcommands.Add(DifferentialCommand.Create());
return root.Parse(args).Invoke();

static Command Table(string name, string description, Action<TextWriter> write)
{
    var command = new Command(name, description);
    command.SetAction(_ => write(Console.Out));
    return command;
}
