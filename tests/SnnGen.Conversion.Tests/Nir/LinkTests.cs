using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Whatever a file names, nothing but the file itself is read, and each object once.</summary>
public sealed class LinkTests
{
    private const byte ExternalLink = 64, FirstOwnLink = 65;

    [Theory]
    [InlineData("external", "has a link to another file 'values'; links are not followed and no other file is opened")]
    [InlineData("files", "has a dataset whose values are in other files;")]
    [InlineData("virtual", "dataset 'scale' of node 'a' is a view of other files")]
    [InlineData("soft", "has a soft link 'values';")]
    [InlineData("circle", "is nested more than 16 graphs deep")]
    public void Are_refused(string kind, string message)
    {
        string path = SmallFile.PathOf(kind);

        Refusal.Of(() => NirFileReader.Read(path), path, "SNN1002", message);
    }

    [Fact]
    public void Of_a_users_own_type_are_refused()
    {
        byte[] content = SmallFile.Read("external");
        int name = content.AsSpan().IndexOf("\u0006values"u8);
        content[content.AsSpan(0, name).LastIndexOf(ExternalLink)] = FirstOwnLink;

        Refusal.Of(() => NirFileReader.Read(content, "own.nir"), "own.nir", "SNN1002", "has a link to another file 'values'");
    }

    [Theory]
    [MemberData(nameof(SmallFile.Sound), MemberType = typeof(SmallFile))]
    public void Are_not_seen_where_there_are_none(string kind) => Assert.NotEmpty(NirFileReader.Read(SmallFile.PathOf(kind)).Nodes);

    /// <summary>The layout of a dataset in one chunk of 27 singles and the next message begin as a link would.</summary>
    [Fact]
    public void Are_not_seen_in_a_chunk()
    {
        byte[] content = [1, 27, 4, 1, .. BitConverter.GetBytes(2048L), 1, 40, 0];
        var trail = new ReadTrail(content);
        var watch = new LinkWatch(content);
        int at = 0;

        foreach (int count in (int[])[1, 1, 1, 1, 8, 1, 2])
        {
            trail.Add(at, count);
            watch.Check(trail);
            at += count;
        }
        Assert.Equal(7, trail.Count);
    }
}
