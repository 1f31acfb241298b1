using Microsoft.CodeAnalysis;

namespace SnnGen.Generators.Diagnostics;

/// <summary>Every complaint of the generator and the analyzer, in order of its id. Ids are never reused.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "SnnGen";

    /// <summary>Format: {0} model, {1} what is wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidNetworkFile = new(
        "SNN2001", "The network file is invalid",
        "The spiking network of '{0}' cannot be used: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        description: "A .snn.json file is made by the conversion and is not meant to be edited; convert the model again.",
        helpLinkUri: HelpLink("snn2001"));

    /// <summary>Format: {0} model, {1} what is wrong and what to set.</summary>
    public static readonly DiagnosticDescriptor InvalidName = new(
        "SNN2002", "A name cannot be used in C#",
        "No class can be made of '{0}': {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        description: "ClassName must be an identifier other than a member's name, Namespace a dotted list of identifiers, Visibility public or internal, Profile Modern or Portable.",
        helpLinkUri: HelpLink("snn2002"));

    /// <summary>Format: {0} model, {1} class, {2} the other model.</summary>
    public static readonly DiagnosticDescriptor DuplicateClass = new(
        "SNN2003", "Two models give the same class",
        "'{0}' gives the class {1}, as '{2}' does; set ClassName or Namespace of one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        description: "Names that differ in case only are taken as the same, because the generated files would be.",
        helpLinkUri: HelpLink("snn2003"));

    /// <summary>Format: {0} model, {1} class, {2} type, {3} its bytes, {4} the limit.</summary>
    public static readonly DiagnosticDescriptor LargeStackUse = new(
        "SNN2004", "A network needs much stack",
        "{1}.{2} of '{0}' takes {3} bytes of stack, more than {4}; run it on a thread with a large stack or use a smaller network",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "Generated code allocates nothing on the heap; its buffers live on the stack of the calling thread, usually 1 to 8 MB.",
        helpLinkUri: HelpLink("snn2004"));

    /// <summary>Format: {0} model, {1} what is too large, its bytes and the limit.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "SNN2005", "The network is too large to compile",
        "The network of '{0}' is too large to compile: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        description: "A buffer of the generated code may have at most 1 MiB and a layer's weights at most 64 MiB. In the portable profile the state may have 64 MiB, and there may be 4 Mi weights and offsets of windows.",
        helpLinkUri: HelpLink("snn2005"));

    /// <summary>Format: {0} parameter, {1} method, {2} what its argument must have, {3} elements it has.</summary>
    public static readonly DiagnosticDescriptor WrongLength = new(
        "SNN3001", "An array or span has not the length that the network takes",
        "'{0}' of {1} must have {2}, but has {3}, so the call throws an ArgumentException",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "The network's sizes are constants of its class; use them where arrays are created.",
        helpLinkUri: HelpLink("snn3001"));

    /// <summary>Format: {0} method.</summary>
    public static readonly DiagnosticDescriptor IgnoredResult = new(
        "SNN3002", "The result of a network is not used",
        "The result of {0} is not used, and the call does nothing else",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "An inference, an encoding and a restored state are only what is returned; nothing else changes.",
        helpLinkUri: HelpLink("snn3002"));

    /// <summary>Format: {0} class, {1} what is counted, {2} the number, {3} how many there are.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = new(
        "SNN3003", "The network has no such class, output, input or time step",
        "{0} has no {1} {2}; there are {3}, counted from 0",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "An index beyond the network's sizes throws, and a class beyond them is never decided.",
        helpLinkUri: HelpLink("snn3003"));

    private static string HelpLink(string anchor) => "https://github.com/snngen/snngen/blob/main/docs/diagnostics.md#" + anchor;
}
