using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>Reports complaints. In a design-time build they are messages, since it must not fail.</summary>
internal sealed class DiagnosticLog(TaskLoggingHelper log, bool isDesignTime)
{
    /// <summary>Reports at <paramref name="position"/>.</summary>
    public void Report(TaskDiagnostic kind, SourcePosition position, string message)
    {
        (string? file, int line, int column) = position;
        message = OneLine.Of(message);
        if (isDesignTime)
            log.LogMessage(MessageImportance.Low, "{0}: {1}", kind.Id, message);
        else if (kind.IsWarning)
            log.LogWarning(null, kind.Id, null, file, line, column, 0, 0, "{0}", message);
        else
            log.LogError(null, kind.Id, null, file, line, column, 0, 0, "{0}", message);
    }
}
