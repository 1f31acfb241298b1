using SnnApp;

// A digit of 8x8 pixels, from white to black in ten shades. Draw another one.
const string Shades = " .:-=+*#%@";
string[] picture =
[
    " %@#-   ",
    " ##%#   ",
    "   *+   ",
    " .*%.   ",
    " +@@#.  ",
    ".+:+@:  ",
    "-%=*%.  ",
    ".#@%-   ",
];

byte[] pixels = [.. string.Concat(picture).Select(shade => (byte)(Shades.IndexOf(shade) * 255 / (Shades.Length - 1)))];
DigitsSnn.Result result = DigitsSnn.Run(pixels);

foreach (string row in picture)
    Console.WriteLine(row);
Console.WriteLine($"This is a {result.Class}: {result.Spikes} spikes, {result.SynapticOperations} synaptic operations in {DigitsSnn.TimeSteps} steps.");
