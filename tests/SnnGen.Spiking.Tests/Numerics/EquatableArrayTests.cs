using CsCheck;

namespace SnnGen.Spiking.Tests.Numerics;

public class EquatableArrayTests
{
    [Fact]
    public void Is_equal_by_its_elements() => Gen.Select(Gen.Int[0, 3].Array[0, 4], Gen.Int[0, 3].Array[0, 4]).Sample((a, b) =>
    {
        var left = new EquatableArray<int>(a);
        var right = new EquatableArray<int>(b);
        Assert.Equal(a.SequenceEqual(b), left == right);
        Assert.Equal(left == right, !(left != right));
        if (left == right)
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }, threads: 1);

    [Fact]
    public void The_default_is_empty()
    {
        EquatableArray<string> none = default;
        Assert.Empty(none);
        Assert.Equal(new EquatableArray<string>([]), none);
        Assert.Equal(new EquatableArray<string>([]).GetHashCode(), none.GetHashCode());
    }

    [Fact]
    public void A_copy_can_be_changed_without_harm()
    {
        var array = new EquatableArray<int>([1, 2]);
        array.ToArray()[0] = 9;
        Assert.Equal(1, array[0]);
    }
}
