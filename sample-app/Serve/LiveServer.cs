using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SampleApp.Serve;

/// <summary>The web server of the live page: of this machine only, and with nothing configured from outside.</summary>
internal static class LiveServer
{
    /// <summary>An image of 784 numbers takes about 3 KB.</summary>
    public const int LargestBody = 16 << 10;

    private const int MostConnections = 64;

    /// <summary>Serves until the process is asked to end.</summary>
    /// <exception cref="ServeException">The port is taken or not permitted.</exception>
    public static async Task Run(ServeOptions options, TextWriter output)
    {
        LiveNetwork[] networks = LiveNetwork.LoadAll();
        await using WebApplication app = Build(options.Port, networks);
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new ServeException(
                $"port {options.Port} of 127.0.0.1 is taken or not permitted; --port N takes another one, 0 any that is free");
        }
        string address = app.Urls.Single() + "/";
        output.WriteLine($"live at {address}; Ctrl+C ends it");
        if (options.OpensBrowser && !Console.IsOutputRedirected)
            DefaultBrowser.Open(address);
        _ = Task.Run(() => Array.ForEach(networks, Latency.WarmUp));
        await app.WaitForShutdownAsync();
    }

    /// <summary>The empty builder reads no settings of files or environment variables, which might open other addresses.</summary>
    private static WebApplication Build(int port, LiveNetwork[] networks)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Limits.MaxConcurrentConnections = MostConnections;
            server.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        WebApplication app = builder.Build();
        app.Use(LoopbackGuard.Invoke);
        app.UseRouting();
        LiveApi.Map(app, networks);
        PageFiles.Map(app);
        app.MapFallback("{*path}", Reply.NotFound);
        return app;
    }
}
