using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Calibration;

public class InputBatchTests
{
    private static readonly TensorShape s_shape = TensorShape.Of(3);

    [Fact]
    public void Bytes_become_fractions_of_255()
    {
        InputBatch batch = Build(Bytes(0, 51, 255), null, 0);
        Assert.Equal([0f, 51f / 255, 1f], batch.Values);
        Assert.Equal(new InputEncoder(s_shape, InputEncoding.Current, 1, 0), batch.Encoder);
        Assert.Equal([0, 51, 255], batch.Levels(0));
    }

    [Fact]
    public void Scale_and_offset_are_those_of_the_model()
    {
        InputBatch batch = Build(Bytes(0, 128, 255), 2.0 / 255, -1);
        Assert.Equal(-1f, batch.Values[0]);
        Assert.Equal(1f, batch.Values[2], 6);
        Assert.Equal(2f, batch.Encoder.Scale, 6);
        Assert.Equal(-1f, batch.Encoder.Offset);
        // The app's bytes are levels as they are.
        Assert.Equal([0, 128, 255], batch.Levels(0));
    }

    [Fact]
    public void Fractions_are_taken_as_they_are_and_other_values_span_the_range()
    {
        Assert.Equal(1f, Build(Floats(0, 0.25f, 1), null, 0).Encoder.Scale);
        InputBatch wide = Build(Floats(-2, 0, 6), null, 0);
        Assert.Equal((8f, -2f), (wide.Encoder.Scale, wide.Encoder.Offset));
        Assert.Equal([0, 64, 255], wide.Levels(0));
        Assert.Equal([0f, 0.25f, 1f], wide.Held(0, new Float32Arithmetic()));
    }

    [Fact]
    public void Test_data_in_other_units_reach_the_network_through_its_encoder()
    {
        InputEncoder encoder = Build(Floats(-2, 0, 6), null, 0).Encoder;
        InputBatch bytes = InputBatchBuilder.Build(Bytes(0, 51, 255), "test.npy", encoder, null, 0);
        Assert.Null(bytes.Bytes);
        Assert.Equal(2f / 8, bytes.Held(0, new Float32Arithmetic())[0]);
    }

    [Fact]
    public void Data_of_another_size_is_refused()
    {
        var data = new DataSet(TensorShape.Of(4), 1, [1, 2, 3, 4], IsByteData: true);
        var error = Assert.Throws<ConversionException>(
            () => InputBatchBuilder.Build(data, "calibration.npy", s_shape, InputEncoding.Current, null, 0));
        Assert.Equal("SNN1007", error.Diagnostic.Descriptor.Id);
        Assert.Contains("have 4 values (4), but the model takes 3 (3)", error.Message);
    }

    [Fact]
    public void Synthetic_inputs_are_bytes_that_depend_on_nothing_but_the_seed()
    {
        foreach (TensorShape shape in new[] { TensorShape.Of(5), TensorShape.Of(1, 28, 28), TensorShape.Of(784) })
        {
            DataSet data = SyntheticInputs.Create(shape, 20, 7);
            Assert.True(data.IsByteData);
            Assert.All(data.Values, value => Assert.True(value is >= 0 and <= 255 && value == MathF.Floor(value)));
            Assert.Equal(data.Values, SyntheticInputs.Create(shape, 20, 7).Values);
            Assert.NotEqual(data.Values, SyntheticInputs.Create(shape, 20, 8).Values);
        }
    }

    private static InputBatch Build(DataSet data, double? scale, double offset) =>
        InputBatchBuilder.Build(data, "calibration.npy", s_shape, InputEncoding.Current, scale, offset);

    private static DataSet Bytes(params float[] values) => new(s_shape, 1, values, IsByteData: true);

    private static DataSet Floats(params float[] values) => new(s_shape, 1, values, IsByteData: false);
}
