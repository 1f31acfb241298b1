using SampleApp.Data;
using SampleApp.Measurement;
using SampleApp.Serve;

namespace SnnGen.SampleApp.Tests.Serve;

public sealed class EarlyExitTests
{
    [Fact]
    public void The_stated_exit_is_that_of_a_class_with_early_exits()
    {
        ImageSet images = ShippedDigits.MnistStyle();
        var exits = new HashSet<int>();
        for (int i = 0; i < 300; i++)
        {
            RunAnswer answer = RunAnswer.Of(Networks.Mnist, images[i]);
            ConfidentMnistSnn.Result early = ConfidentMnistSnn.Run(images[i]);

            Assert.Equal(early.Steps, answer.ExitAt);
            Assert.Equal(early.SynapticOperations, answer.Frames[answer.ExitAt - 1].OperationsSoFar);
            exits.Add(answer.ExitAt);
        }
        Assert.True(exits.Count > 4);
    }
}
