class TinySnn
    const int FrameWords = 1
    const int InputSize = 3
    const int OutputSize = 2
    const int TimeSteps = 4
    static TinySnn.Result Run(in TinySnn.SpikeTrain spikes)
    static bool Step(ref TinySnn.State state, ReadOnlySpan<int> events, out TinySnn.Result result)
    static bool Step(ref TinySnn.State state, ReadOnlySpan<ulong> frame, out TinySnn.Result result)
enum TinySnn.Label
    Left = 0
    Right = 1
readonly struct TinySnn.Result
    ReadOnlySpan<float> Potentials { get; }
    TinySnn.Label Label { get; }
    float Margin { get; }
    float Value(int output)
    int Class { get; }
    long Spikes { get; }
    long Steps { get; }
    long SynapticOperations { get; }
readonly struct TinySnn.SpikeEvent
    SpikeEvent(int step, int input)
    int Input { get; }
    int Step { get; }
struct TinySnn.SpikeTrain
    bool this[int step, int input] { readonly get; set; }
    readonly ReadOnlySpan<ulong> Frame(int step)
    static TinySnn.SpikeTrain Encode(ReadOnlySpan<byte> input)
    static TinySnn.SpikeTrain Encode(ReadOnlySpan<float> input)
    static TinySnn.SpikeTrain FromEvents(ReadOnlySpan<TinySnn.SpikeEvent> events)
struct TinySnn.State
    readonly ReadOnlySpan<ulong> LayerSpikes(int layer)
    readonly long StepCount { get; }
    readonly void Save(Span<byte> target)
    static TinySnn.State Restore(ReadOnlySpan<byte> source)
    static int SavedBytes { get; }
    void Reset()
