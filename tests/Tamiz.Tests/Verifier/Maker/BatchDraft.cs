using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Tamiz.Tests.Verifier.Maker;

/// <summary>A batch before it is signed: every field of its header may still be bent.</summary>
internal sealed class BatchDraft
{
    public required ulong Number { get; set; }

    public required ulong FirstSequence { get; set; }

    public required uint Count { get; set; }

    public required long Instant { get; set; }

    public required byte[] Previous { get; set; }

    public required byte[] Root { get; set; }

    public byte[] Payload { get; set; } = [];

    public byte[]? PayloadHash { get; set; }

    public uint InflatedLength { get; set; }

    public byte Method { get; set; }

    public required ECDsa Key { get; set; }

    public byte[]? KeyId { get; set; }

    public byte[] Hash { get; private set; } = [];

    /// <summary>Stores the payload, deflated where that makes it shorter.</summary>
    public void Store(byte[] payload, CompressionLevel level = CompressionLevel.Fastest)
    {
        var deflated = Deflate(payload, level);
        (Payload, Method) = deflated.Length < payload.Length ? (deflated, (byte)1) : (payload, (byte)0);
        InflatedLength = (uint)payload.Length;
    }

    public byte[] Sign()
    {
        var bytes = new byte[236 + Payload.Length];
        "TZB1"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)Payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), Number);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), FirstSequence);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(28), Instant);
        Previous.CopyTo(bytes, 36);
        Root.CopyTo(bytes, 68);
        (PayloadHash ?? SHA256.HashData(Payload)).CopyTo(bytes, 100);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(132), InflatedLength);
        bytes[136] = Method;
        (KeyId ?? SHA256.HashData(Key.ExportSubjectPublicKeyInfo())).CopyTo(bytes, 140);
        Key.SignData(bytes.AsSpan(0, 172), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).CopyTo(bytes, 172);
        Payload.CopyTo(bytes, 236);
        Hash = SHA256.HashData(bytes.AsSpan(0, 172));
        return bytes;
    }

    public static byte[] Inflate(byte[] deflated)
    {
        using var inflate = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
        var into = new MemoryStream();
        inflate.CopyTo(into);
        return into.ToArray();
    }

    public static byte[] Deflate(byte[] payload, CompressionLevel level)
    {
        var into = new MemoryStream();
        using (var deflate = new DeflateStream(into, level, leaveOpen: true))
        {
            deflate.Write(payload);
        }

        return into.ToArray();
    }
}
