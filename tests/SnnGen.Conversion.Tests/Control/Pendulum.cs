namespace SnnGen.Conversion.Tests.Control;

/// <summary>
/// A pendulum on a motor too weak to lift it at once (that of OpenAI Gym's Pendulum-v1): angle 0 is upright, the torque
/// lies in ±2, a step takes 0.05 s. Costs are θ² + 0.1 θ̇² + 0.001 u² a step, θ in ±π.
/// </summary>
/// <param name="Angle">θ, rad.</param>
/// <param name="Speed">θ̇, rad/s, within ±8.</param>
internal readonly record struct Pendulum(double Angle, double Speed)
{
    public const int EpisodeSteps = 200;

    private const double Gravity = 10, Step = 0.05, LargestTorque = 2, LargestSpeed = 8;

    /// <summary>What a policy sees: cos θ, sin θ, θ̇ / 8.</summary>
    public float[] Observe() => [(float)Math.Cos(Angle), (float)Math.Sin(Angle), (float)(Speed / LargestSpeed)];

    /// <summary>One step under an action in ±1 of the largest torque.</summary>
    public (Pendulum Next, double Cost) Advance(double action)
    {
        double torque = LargestTorque * action, wrapped = Math.IEEERemainder(Angle, 2 * Math.PI);
        double cost = (wrapped * wrapped) + (0.1 * Speed * Speed) + (0.001 * torque * torque);
        double speed = Math.Clamp(Speed + (((1.5 * Gravity * Math.Sin(Angle)) + (3 * torque)) * Step), -LargestSpeed, LargestSpeed);
        return (new Pendulum(Angle + (speed * Step), speed), cost);
    }

    /// <summary>Costs of an episode, and the states in it.</summary>
    public (double Cost, Pendulum[] States) Run(Func<float[], double> policy)
    {
        Pendulum state = this;
        double total = 0;
        var states = new Pendulum[EpisodeSteps];
        for (int step = 0; step < EpisodeSteps; step++)
        {
            states[step] = state;
            (state, double cost) = state.Advance(policy(state.Observe()));
            total += cost;
        }
        return (total, states);
    }

    /// <summary>Where episodes begin: any angle, little speed.</summary>
    public static Pendulum[] Starts(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Pendulum(Math.PI * ((2 * random.NextDouble()) - 1), (2 * random.NextDouble()) - 1))];
    }
}
