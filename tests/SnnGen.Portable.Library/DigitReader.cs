namespace SnnGen.Portable.Library
{
    /// <summary>Code of a user, as old as the profile: it reads digits without ever allocating.</summary>
    public sealed class DigitReader
    {
        private readonly DigitsSnn _network = new DigitsSnn();
        private readonly int[] _spikes = new int[DigitsSnn.InputSize];

        /// <summary>The digit, or -1 where the network hardly prefers one.</summary>
        /// <param name="image">8 x 8 pixels.</param>
        /// <param name="leastMargin">Least difference of the two largest potentials.</param>
        public int Read(byte[] image, int leastMargin)
        {
            int digit = _network.Run(image);
            return _network.Margin < leastMargin ? -1 : digit;
        }

        /// <summary>The digit that the pixels brighter than half give if they spike at every step.</summary>
        public int ReadSpikes(byte[] image)
        {
            int count = 0;
            for (int i = 0; i < image.Length; i++)
            {
                if (image[i] > 127)
                    _spikes[count++] = i;
            }

            _network.Reset();
            for (int step = 0; step < DigitsSnn.TimeSteps; step++)
                _network.Step(_spikes, count);
            return _network.Class;
        }
    }
}
