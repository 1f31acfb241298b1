class TinySnn
    TinySnn()
    bool Step()
    bool Step(int[] inputs, int count)
    const int InputSize = 3
    const int OutputSize = 2
    const int TimeSteps = 4
    int Class { get; }
    int GetPotential(int output)
    int LayerSpikes(int layer, int[] neurons)
    int Margin { get; }
    int Run(byte[] input)
    int Run(int[] steps, int[] inputs, int count)
    long Spikes { get; }
    long StepCount { get; }
    long SynapticOperations { get; }
    void Hold(byte[] input)
    void Reset()
