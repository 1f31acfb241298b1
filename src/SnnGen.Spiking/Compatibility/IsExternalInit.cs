namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where a record or an <c>init</c> accessor is declared; .NET Standard lacks it.</summary>
internal static class IsExternalInit;
