namespace SnnGen.Tasks.Diagnostics;

/// <summary>Every complaint of the build, in order of its id. Ids are never reused.</summary>
internal static class TaskDiagnostics
{
    public static readonly TaskDiagnostic ModelMissing = new("SNN1020", "The model file does not exist");

    public static readonly TaskDiagnostic DataMissing = new("SNN1021", "A calibration or label file does not exist");

    public static readonly TaskDiagnostic InvalidValue = new("SNN1022", "A metadata has an invalid value");

    public static readonly TaskDiagnostic InvalidName = new("SNN1023", "A class name or namespace is not valid C#");

    public static readonly TaskDiagnostic DuplicateClass = new("SNN1024", "Two models give the same class");

    public static readonly TaskDiagnostic UnknownMetadata = new("SNN1025", "A metadata is not known", IsWarning: true);

    public static readonly TaskDiagnostic ConverterFailed = new("SNN1026", "The converter could not be run");

    public static readonly TaskDiagnostic SolverMissing = new("SNN1027", "The solver's package is missing");

    public static readonly TaskDiagnostic NotCSharp = new("SNN1028", "The project is not a C# project");
}
