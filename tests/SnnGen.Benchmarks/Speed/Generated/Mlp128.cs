using SnnGen.Benchmarks.Speed.Generated;

namespace SnnGen.Benchmarks.Speed;

internal static partial class GeneratedNetworks
{
    static partial void AddMlp128(List<GeneratedContender> all, TestImages images)
    {
        Mlp128Spikes.SpikeTrain[] trains = [.. Enumerable.Range(0, images.Count).Select(image => Mlp128Spikes.SpikeTrain.Encode(images.Bytes(image)))];
        all.AddRange(
        [
            Pixels("mlp128", "int8, T = 8", nameof(Mlp128), (image, potentials) =>
            {
                Mlp128.Result result = Mlp128.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("mlp128", "float32, T = 8", nameof(Mlp128Float32), (image, _) =>
            {
                Mlp128Float32.Result result = Mlp128Float32.Run(images.Bytes(image));
                return new(result.Class, result.SynapticOperations);
            }),
            Pixels("mlp128", "int4, T = 8", nameof(Mlp128Int4), (image, potentials) =>
            {
                Mlp128Int4.Result result = Mlp128Int4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("mlp128", "int8, T = 4", nameof(Mlp128T4), (image, potentials) =>
            {
                Mlp128T4.Result result = Mlp128T4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("mlp128", "int8, T = 16", nameof(Mlp128T16), (image, potentials) =>
            {
                Mlp128T16.Result result = Mlp128T16.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Spikes("mlp128", "int8, T = 8", nameof(Mlp128Spikes), (image, potentials) =>
            {
                Mlp128Spikes.Result result = Mlp128Spikes.Run(in trains[image]);
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
        ]);
    }
}
