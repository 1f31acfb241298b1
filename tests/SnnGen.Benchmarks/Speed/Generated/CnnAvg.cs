using SnnGen.Benchmarks.Speed.Generated;

namespace SnnGen.Benchmarks.Speed;

internal static partial class GeneratedNetworks
{
    static partial void AddCnnAvg(List<GeneratedContender> all, TestImages images)
    {
        all.AddRange(
        [
            Pixels("cnn_avg", "int8, T = 8", nameof(CnnAvg), (image, potentials) =>
            {
                CnnAvg.Result result = CnnAvg.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_avg", "float32, T = 8", nameof(CnnAvgFloat32), (image, _) =>
            {
                CnnAvgFloat32.Result result = CnnAvgFloat32.Run(images.Bytes(image));
                return new(result.Class, result.SynapticOperations);
            }),
            Pixels("cnn_avg", "int4, T = 8", nameof(CnnAvgInt4), (image, potentials) =>
            {
                CnnAvgInt4.Result result = CnnAvgInt4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_avg", "int8, T = 4", nameof(CnnAvgT4), (image, potentials) =>
            {
                CnnAvgT4.Result result = CnnAvgT4.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_avg", "int8, T = 16", nameof(CnnAvgT16), (image, potentials) =>
            {
                CnnAvgT16.Result result = CnnAvgT16.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
            Pixels("cnn_avg", "int8, tuned: T = 8, a quarter of the channels, exits", nameof(CnnAvgTuned), (image, potentials) =>
            {
                CnnAvgTuned.Result result = CnnAvgTuned.Run(images.Bytes(image));
                return Answer(result.Class, result.SynapticOperations, result.Potentials, potentials);
            }),
        ]);
    }
}
