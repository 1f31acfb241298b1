namespace SnnGen.Conversion.Diagnostics;

/// <summary>Every complaint of the conversion, in order of its id. Ids are never reused.</summary>
public static class DiagnosticDescriptors
{
    /// <summary>The model file is missing or cannot be read.</summary>
    public static readonly DiagnosticDescriptor ModelUnreadable = new("SNN1001", "The model file cannot be read");

    /// <summary>The file is not a valid model.</summary>
    public static readonly DiagnosticDescriptor ModelCorrupt = new("SNN1002", "The model file is corrupt");

    /// <summary>The model has operators that cannot be converted; all are listed.</summary>
    public static readonly DiagnosticDescriptor UnsupportedOperators = new("SNN1003", "The model has unsupported operators");

    /// <summary>Shapes in the model do not fit together.</summary>
    public static readonly DiagnosticDescriptor ShapeMismatch = new("SNN1004", "Shapes in the model do not fit together");

    /// <summary>A weight, bias or parameter is NaN or infinite.</summary>
    public static readonly DiagnosticDescriptor NonFiniteWeights = new("SNN1005", "The model has weights that are not finite");

    /// <summary>A calibration, image or label file is missing, corrupt or of an unknown format.</summary>
    public static readonly DiagnosticDescriptor DataUnreadable = new("SNN1006", "A data file cannot be read");

    /// <summary>Data of the wrong size or with values that are not finite.</summary>
    public static readonly DiagnosticDescriptor DataMismatch = new("SNN1007", "Data does not fit the model");

    /// <summary>A setting is out of range or unknown.</summary>
    public static readonly DiagnosticDescriptor InvalidSetting = new("SNN1008", "A setting is invalid");

    /// <summary>No calibration data: synthetic inputs are used.</summary>
    public static readonly DiagnosticDescriptor CalibrationMissing = new("SNN1009", "No calibration data", IsWarning: true);

    /// <summary>The network cannot be represented in the chosen number format.</summary>
    public static readonly DiagnosticDescriptor NotRepresentable = new("SNN1010", "The network does not fit the number format");

    /// <summary>An output, cache or lock file cannot be written.</summary>
    public static readonly DiagnosticDescriptor OutputUnwritable = new("SNN1011", "The output cannot be written");

    /// <summary>The network was converted, but a layer's optimum could not be certified.</summary>
    public static readonly DiagnosticDescriptor NotCertified = new("SNN1012", "A layer's optimum is not certified", IsWarning: true);

    /// <summary>The build or the user cancelled the conversion.</summary>
    public static readonly DiagnosticDescriptor Cancelled = new("SNN1013", "The conversion was cancelled", IsWarning: true);

    /// <summary>A chip profile is missing, unreadable or wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidChipProfile = new("SNN1014", "The chip profile is invalid");

    /// <summary>The network needs more than the chip has; all reasons are listed.</summary>
    public static readonly DiagnosticDescriptor DoesNotFitChip = new("SNN1015", "The network does not fit the chip");

    /// <summary>The network does what the format cannot say.</summary>
    public static readonly DiagnosticDescriptor NotExportable = new("SNN1016", "The network cannot be exported");

    /// <summary>The network was exported, but the format cannot say all of it.</summary>
    public static readonly DiagnosticDescriptor ExportedInPart = new("SNN1017", "Some of the network is not in the export", IsWarning: true);

    /// <summary>A layer can never spike: its constants are meant for other steps of time.</summary>
    public static readonly DiagnosticDescriptor CannotSpike = new("SNN1018", "A layer cannot spike", IsWarning: true);

    /// <summary>Memory ran out, the solver's library cannot be loaded, or the converter has a fault.</summary>
    public static readonly DiagnosticDescriptor BrokenDown = new("SNN1019", "The converter broke down");
}
