using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SnnGen.Generators.Tests.Compilation;

/// <summary>A compilation, loaded for as long as this lives; the compiler must not complain.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("consumer", isCollectible: true);

    public LoadedAssembly(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Equal([], result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        image.Position = 0;
        _context.Resolving += static (_, name) =>
            name.Name == typeof(LoadedAssembly).Assembly.GetName().Name ? typeof(LoadedAssembly).Assembly : null;
        Assembly = _context.LoadFromStream(image);
    }

    public Assembly Assembly { get; }

    public T Create<T>(string type) => (T)Activator.CreateInstance(Assembly.GetType(type, throwOnError: true)!)!;

    public void Dispose() => _context.Unload();
}
