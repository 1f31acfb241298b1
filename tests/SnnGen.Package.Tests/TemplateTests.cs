using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary><c>dotnet new snngen</c>, with a list of templates of its own.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(PackageFixture package)
{
    [Fact]
    public void A_new_app_recognises_its_digit()
    {
        string template = package.Pack("SnnGen.Templates", "--no-build");
        string hive = Path.Combine(package.Root, "hive"), folder = Path.Combine(package.Root, "my-digits"), native = Path.Combine(package.Root, "native");
        New("install", template);
        New("snngen", "-o", folder);
        New("snngen", "-o", native, "--aot", "--Weights", "Int4", "--Framework", "net8.0");

        string output = Dotnet(folder, "run").Output.ReplaceLineEndings("\n");

        Assert.Matches(@"\n\.#@%-   \nThis is a 3: \d+ spikes, \d+ synaptic operations in 8 steps\.\n", output);
        Assert.DoesNotContain("<PublishAot>", File.ReadAllText(Path.Combine(folder, "my-digits.csproj")));
        string project = File.ReadAllText(Path.Combine(native, "native.csproj"));
        Assert.All(
            ["<TargetFramework>net8.0<", "<PublishAot>true<", "Weights=\"Int4\"", $"Include=\"SnnGen\" Version=\"{package.Version}\""],
            text => Assert.Contains(text, project));

        void New(params string[] arguments) => Dotnet(package.Root, ["new", .. arguments, "--debug:custom-hive", hive]);
    }

    private static CommandResult Dotnet(string folder, params string[] arguments)
    {
        using DotnetCommand command = DotnetCommand.Start(folder, arguments);
        return command.Finish().ShouldSucceed();
    }
}
