namespace SampleApp.Measurement;

/// <summary>What a network says about one image, and what it cost.</summary>
/// <param name="Class">The digit.</param>
/// <param name="SynapticOperations">Weights that were added or multiplied.</param>
/// <param name="Spikes">Spikes of all its neurons.</param>
internal readonly record struct Answer(int Class, long SynapticOperations, long Spikes);
