using SnnGen.Benchmarks.Speed.Generated;

namespace SnnGen.Benchmarks.Speed;

internal static partial class GeneratedNetworks
{
    static partial void AddCnnMax(List<GeneratedContender> all, TestImages images)
    {
        all.AddRange(
        [
            Pixels("cnn_bnmax", "int8, T = 8", nameof(CnnMax), (image, potentials) =>
            {
                CnnMax.Result result = CnnMax.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_bnmax", "float32, T = 8", nameof(CnnMaxFloat32), (image, _) =>
            {
                CnnMaxFloat32.Result result = CnnMaxFloat32.Run(images.Bytes(image));
                return new(result.Class, result.SynapticOperations);
            }),
            Pixels("cnn_bnmax", "int4, T = 8", nameof(CnnMaxInt4), (image, potentials) =>
            {
                CnnMaxInt4.Result result = CnnMaxInt4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_bnmax", "int8, T = 4", nameof(CnnMaxT4), (image, potentials) =>
            {
                CnnMaxT4.Result result = CnnMaxT4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_bnmax", "int8, T = 16", nameof(CnnMaxT16), (image, potentials) =>
            {
                CnnMaxT16.Result result = CnnMaxT16.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_bnmax", "int8, tuned: T = 4, exits", nameof(CnnMaxTuned), (image, potentials) =>
            {
                CnnMaxTuned.Result result = CnnMaxTuned.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
        ]);
    }
}
