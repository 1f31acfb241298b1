using SnnGen.Conversion.Chips;

namespace SnnGen.Fuzzing.Targets;

/// <summary>Profiles of neuromorphic chips.</summary>
internal sealed class ChipTarget : IFuzzTarget
{
    public string Name => "chip";

    public string FileName => "chip.json";

    public bool IsText => true;

    public bool Read(string path) => Refusal.Accepts(() => Require(ChipCatalog.Find(path)), path, "SNN1014");

    private static void Require(ChipProfile chip)
    {
        if (!Enum.IsDefined(chip.Architecture) || !Enum.IsDefined(chip.WeightSign) || !Enum.IsDefined(chip.Overflow)
            || !Enum.IsDefined(chip.Leak) || !Enum.IsDefined(chip.Equations))
            throw new InvalidOperationException("the profile has a word that is none");
    }
}
