namespace SnnGen.Conversion.Nir.Graph;

/// <summary>An integrator: v' = R I. All parameters of a neuron have the shape of the layer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="R">Resistance R.</param>
public sealed record NirI(string Name, NirArray R) : NirNode(Name);

/// <summary>An integrate-and-fire neuron: v' = R I; a spike where v &gt; threshold, then v becomes the reset potential.</summary>
/// <param name="Name">Its name.</param>
/// <param name="R">Resistance R.</param>
/// <param name="VThreshold">Threshold of the membrane potential.</param>
/// <param name="VReset">Potential after a spike, or null where the file does not say: 0.</param>
public sealed record NirIF(string Name, NirArray R, NirArray VThreshold, NirArray? VReset) : NirNode(Name);

/// <summary>A leaky integrator: τ v' = (v_leak − v) + R I.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tau">Time constant τ of the membrane, in seconds.</param>
/// <param name="R">Resistance R.</param>
/// <param name="VLeak">Potential v_leak that the membrane leaks to.</param>
public sealed record NirLI(string Name, NirArray Tau, NirArray R, NirArray VLeak) : NirNode(Name);

/// <summary>A leaky integrate-and-fire neuron: <see cref="NirLI"/> with a spike where v &gt; threshold, then v becomes the reset potential.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tau">Time constant τ of the membrane, in seconds.</param>
/// <param name="R">Resistance R.</param>
/// <param name="VLeak">Potential v_leak that the membrane leaks to.</param>
/// <param name="VThreshold">Threshold of the membrane potential.</param>
/// <param name="VReset">Potential after a spike, or null where the file does not say: 0.</param>
public sealed record NirLIF(string Name, NirArray Tau, NirArray R, NirArray VLeak, NirArray VThreshold, NirArray? VReset) : NirNode(Name);

/// <summary>A leaky integrator with a synaptic current: τ_syn I' = −I + w_in S, τ_mem v' = (v_leak − v) + R I.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TauSyn">Time constant τ_syn of the synaptic current, in seconds.</param>
/// <param name="TauMem">Time constant τ_mem of the membrane, in seconds.</param>
/// <param name="R">Resistance R.</param>
/// <param name="VLeak">Potential v_leak that the membrane leaks to.</param>
/// <param name="WIn">Weight w_in of the input S.</param>
public sealed record NirCubaLI(string Name, NirArray TauSyn, NirArray TauMem, NirArray R, NirArray VLeak, NirArray WIn) : NirNode(Name);

/// <summary>A current-based leaky integrate-and-fire neuron: <see cref="NirCubaLI"/> with a spike where v &gt; threshold, then v becomes the reset potential.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TauSyn">Time constant τ_syn of the synaptic current, in seconds.</param>
/// <param name="TauMem">Time constant τ_mem of the membrane, in seconds.</param>
/// <param name="R">Resistance R.</param>
/// <param name="VLeak">Potential v_leak that the membrane leaks to.</param>
/// <param name="WIn">Weight w_in of the input S.</param>
/// <param name="VThreshold">Threshold of the membrane potential.</param>
/// <param name="VReset">Potential after a spike, or null where the file does not say: 0.</param>
public sealed record NirCubaLIF(
    string Name, NirArray TauSyn, NirArray TauMem, NirArray R, NirArray VLeak, NirArray WIn, NirArray VThreshold, NirArray? VReset)
    : NirNode(Name);

/// <summary>A spike, that is 1, where the input is above a threshold, else 0.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Threshold">The threshold, in the shape of the layer.</param>
public sealed record NirThreshold(string Name, NirArray Threshold) : NirNode(Name);
