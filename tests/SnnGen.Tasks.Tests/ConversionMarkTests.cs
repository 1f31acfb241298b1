using SnnGen.Tasks.Running;

namespace SnnGen.Tasks.Tests;

public sealed class ConversionMarkTests
{
    [Theory]
    [InlineData("conversion 0 begins", 0, null)]
    [InlineData("conversion 199 ends with 1", 199, 1)]
    public void A_mark_names_the_conversion_and_how_it_ended(string line, int index, int? exitCode) =>
        Assert.Equal(new ConversionMark(index, exitCode), ConversionMark.Parse(line));

    [Theory]
    [InlineData("")]
    [InlineData("conversion begins")]
    [InlineData("a.onnx : error SNN1001: conversion 1 begins")]
    [InlineData("conversion 1 ends with 0 errors")]
    public void Anything_else_is_none(string line) => Assert.Null(ConversionMark.Parse(line));
}
