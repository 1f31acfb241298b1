using SampleApp.Data;
using SampleApp.Measurement;

namespace SampleApp.Showcase;

/// <summary>A network and the images that it is given.</summary>
/// <param name="Network">The network.</param>
/// <param name="Images">The images, none of which it was trained or calibrated on.</param>
internal sealed record Subject(Network Network, ImageSet Images);
