using System.Net;
using System.Net.Sockets;
using SampleApp;
using SampleApp.Serve;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests.Serve;

public sealed class ServeCommandTests
{
    [Fact]
    public void Options_are_understood()
    {
        Assert.Equal(new Options(Serve: new ServeOptions(5080, OpensBrowser: true)), Options.Parse(["serve"]));
        Assert.Equal(new Options(Serve: new ServeOptions(0, OpensBrowser: false)), Options.Parse(["serve", "--no-browser", "--port", "0"]));
    }

    [Theory]
    [InlineData("serve", "--port")]
    [InlineData("serve", "--port", "65536")]
    [InlineData("serve", "--port", "-1")]
    [InlineData("serve", "--port", "http")]
    [InlineData("serve", "here")]
    public void Others_are_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => Options.Parse(arguments));

    [Fact]
    public void A_port_in_use_ends_with_one_line_and_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        AppRun run = AppRun.Of("serve", "--port", $"{port}", "--no-browser");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            $"error: port {port} of 127.0.0.1 is taken or not permitted; --port N takes another one, 0 any that is free",
            run.Errors.TrimEnd());
    }

    [SignalTheory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void A_signal_ends_it_with_code_0(string signal)
    {
        using var app = new LiveApp();

        Assert.Equal(0, app.EndBy(signal));
    }

    [Fact]
    public void A_program_published_without_a_server_says_how_to_get_one()
    {
        AppContext.SetSwitch("SampleApp.Serve", false);
        try
        {
            var e = Assert.Throws<ServeException>(() => { _ = ServeCommand.Run(new ServeOptions()); });
            Assert.Contains("-p:SampleServe=true", e.Message);
        }
        finally
        {
            AppContext.SetSwitch("SampleApp.Serve", true);
        }
    }
}
