using SnnGen.Benchmarks.Speed.Generated;

namespace SnnGen.Benchmarks.Speed;

internal static partial class GeneratedNetworks
{
    static partial void AddMlp1200(List<GeneratedContender> all, TestImages images)
    {
        Mlp1200Spikes.SpikeTrain[] trains = [.. Enumerable.Range(0, images.Count).Select(image => Mlp1200Spikes.SpikeTrain.Encode(images.Bytes(image)))];
        all.AddRange(
        [
            Pixels("mlp1200", "int8, T = 8", nameof(Mlp1200), (image, potentials) =>
            {
                Mlp1200.Result result = Mlp1200.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("mlp1200", "float32, T = 8", nameof(Mlp1200Float32), (image, _) =>
            {
                Mlp1200Float32.Result result = Mlp1200Float32.Run(images.Bytes(image));
                return new(result.Class, result.SynapticOperations);
            }),
            Pixels("mlp1200", "int4, T = 8", nameof(Mlp1200Int4), (image, potentials) =>
            {
                Mlp1200Int4.Result result = Mlp1200Int4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("mlp1200", "int8, T = 4", nameof(Mlp1200T4), (image, potentials) =>
            {
                Mlp1200T4.Result result = Mlp1200T4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("mlp1200", "int8, T = 16", nameof(Mlp1200T16), (image, potentials) =>
            {
                Mlp1200T16.Result result = Mlp1200T16.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Spikes("mlp1200", "int8, T = 8", nameof(Mlp1200Spikes), (image, potentials) =>
            {
                Mlp1200Spikes.Result result = Mlp1200Spikes.Run(in trains[image]);
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
        ]);
    }
}
