using Microsoft.Build.Framework;
using SnnGen.Tasks.Incremental;
using SnnGen.Tasks.Models;
using SnnGen.Tasks.Tests.Support;

namespace SnnGen.Tasks.Tests;

/// <summary>A converter that ends otherwise than it should: a shell script in the place of dotnet plays it.</summary>
public sealed class ConverterFailureTests : IDisposable
{
    private readonly ProjectOnDisk _project = new();

    public void Dispose() => _project.Dispose();

    [UnixTheory]
    [InlineData("kill -KILL $$", "was killed (signal 9, SIGKILL); it said nothing; most often the memory")]
    [InlineData("kill -SEGV $$", "crashed (signal 11, SIGSEGV); it said nothing; its files may be damaged: delete the folder")]
    [InlineData("kill -TERM $$", "was ended by a signal from outside; it said nothing; build again")]
    [InlineData("echo Out of memory. >&2; exit 134", "was aborted (signal 6, SIGABRT); it said: Out of memory.; most often the memory")]
    [InlineData("echo 'Failed to create CoreCLR, HRESULT: 0x8007000E' >&2; exit 137", "ended with exit code 137; it said: Failed to create CoreCLR, HRESULT: 0x8007000E; most often the memory")]
    [InlineData("printf 'Unhandled exception. System.BadImageFormatException: Bad IL format.\\n   at Main()\\n' >&2; exit 134", "it said: Unhandled exception. System.BadImageFormatException: Bad IL format.; its files may be damaged")]
    [InlineData("echo 'You must install or update .NET' >&2; exit 150", "ended with exit code 150; it said: You must install or update .NET; install the .NET runtime 10")]
    [InlineData("exit 3", "ended with exit code 3; it said nothing; it needs the .NET runtime 10 or later")]
    public void A_converter_that_cannot_say_why_it_ended_gives_one_error_with_a_cure(string script, string expected)
    {
        Assert.False(Convert(script));

        BuildErrorEventArgs error = Assert.Single(_project.Engine.Errors);
        Assert.Equal("SNN1026", error.Code);
        Assert.Equal("mnist.onnx", error.File);
        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain("at Main", error.Message);
        Assert.Empty(Directory.GetFiles(_project.PathOf("obj/snngen")));
    }

    [UnixFact]
    public void What_the_converter_said_itself_is_the_only_error()
    {
        Assert.False(Convert("echo 'mnist.onnx : error SNN1019: memory ran out; take less' >&2; exit 1"));

        Assert.Equal("SNN1019", Assert.Single(_project.Engine.Errors).Code);
    }

    [UnixFact]
    public void A_dotnet_that_cannot_be_started_is_one_error_with_a_cure()
    {
        Assert.False(Execute(Host("#!/nowhere/sh")));

        BuildErrorEventArgs error = Assert.Single(_project.Engine.Errors);
        Assert.Equal("SNN1026", error.Code);
        Assert.Contains("install the .NET SDK 10 or later", error.Message);
    }

    [UnixFact]
    public void A_record_that_cannot_be_written_fails_nothing_and_the_next_build_converts_again()
    {
        NetworkItem item = Item();
        Directory.CreateDirectory(ConversionRecord.PathFor(item.Output) + "/in the way");

        Assert.True(Convert($"echo conversion 0 begins >&2\necho network > '{item.Output}'\necho conversion 0 ends with 0 >&2"));

        Assert.Empty(_project.Engine.Errors);
        Assert.Contains(_project.Engine.Messages, message => message.Contains("the next build will convert mnist.onnx again", StringComparison.Ordinal));
        Assert.Contains("missing or damaged", Item().Reason);
        Assert.Equal([item.Output], Directory.GetFiles(_project.PathOf("obj/snngen")));
    }

    [Fact]
    public void Long_names_of_models_leave_room_for_the_names_of_their_files()
    {
        string[] models = ["m" + new string('ü', 115) + "1.onnx", "m" + new string('ü', 115) + "2.onnx", string.Concat(Enumerable.Repeat("😀", 60)) + ".onnx"];
        ITaskItem[] items = [.. models.Select((name, i) => _project.Item(name, ("ClassName", "C" + i)))];
        foreach (string model in models)
            _project.Write(model, "model");

        string[] names = [.. _project.Resolve(items).Select(item => Path.GetFileName(item.ItemSpec))];

        Assert.Equal(3, names.Distinct().Count());
        Assert.All(names, name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 100, 150));
        Assert.StartsWith("😀😀", names[2]);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(names[2])));
    }

    private NetworkItem Item() => NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx"))));

    private bool Convert(string script) => Execute(Host("#!/bin/sh\n" + script));

    private string Host(string script)
    {
        string host = _project.Write("host/dotnet", script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(host, (UnixFileMode)0x1FF);
        return host;
    }

    private bool Execute(string host)
    {
        ITaskItem network = Assert.Single(_project.Resolve(_project.Item("mnist.onnx")));
        network.SetMetadata("SnnPosition", "");
        Directory.CreateDirectory(_project.PathOf("obj/snngen"));
        return new ConvertSnnModel
        {
            BuildEngine = _project.Engine,
            Networks = [network],
            ProjectDirectory = _project.Root,
            ConverterPath = _project.PathOf("snngen.dll"),
            CacheDirectory = _project.PathOf("obj/snngen/cache"),
            DotnetHostPath = host,
        }.Execute();
    }
}
