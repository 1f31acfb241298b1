using System.Buffers.Binary;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Data.Png;

namespace SnnGen.Fuzzing.Targets;

/// <summary>Calibration data in a folder of PNG images, as they are and with their checksums set right, which random damage never does.</summary>
internal sealed class ImageFolderTarget : IFuzzTarget
{
    public string Name => "png";

    public string FileName => "images/0.png";

    public bool IsText => false;

    public bool Read(string path)
    {
        if (Accepts(path))
            return true;
        File.WriteAllBytes(path, Repair(File.ReadAllBytes(path)));
        return Accepts(path);
    }

    private static bool Accepts(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return Refusal.Accepts(() => DataTarget.Require(DataReader.Read(folder, 0)), folder, "SNN1006");
    }

    private static byte[] Repair(byte[] file)
    {
        for (int position = PngChunks.Signature.Length; position <= file.Length - 12;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position));
            if (length > file.Length - position - 12)
                break;
            Span<byte> body = file.AsSpan(position + 4, (int)length + 4);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(position + 8 + (int)length), PngChunks.Checksum(body));
            position += 12 + (int)length;
        }
        return file;
    }
}
