namespace SnnGen.Generators;

/// <summary>Names of the pipeline's steps, under which tests find them.</summary>
internal static class GeneratorStepNames
{
    public const string ReadSource = nameof(ReadSource);
    public const string FindCollisions = nameof(FindCollisions);
    public const string PlanClass = nameof(PlanClass);
    public const string PlanPortableClass = nameof(PlanPortableClass);
    public const string FindRuntime = nameof(FindRuntime);
}
