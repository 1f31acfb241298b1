using System.Text.Json;

namespace SnnGen.Tool.Evaluation;

/// <summary>One point of a curve of size and accuracy.</summary>
/// <param name="Keep">Share of the channels that each hidden layer keeps.</param>
/// <param name="Report">What the network of that size does.</param>
internal sealed record CurvePoint(double Keep, EvaluationReport Report)
{
    /// <summary>One JSON object with the points in order.</summary>
    public static string ToJson(IReadOnlyList<CurvePoint> curve) => JsonSerializer.Serialize(new { curve }, EvaluationReport.Format);
}
