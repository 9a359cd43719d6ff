using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>First 16 bytes of SHA-256. Not for several threads.</summary>
internal sealed class Fingerprint
{
    private byte[] _input = new byte[1024];

    /// <summary>Of columns of a row, each followed by a NUL.</summary>
    public UInt128 Of(in RowFields row, ReadOnlySpan<int> columns)
    {
        var length = 0;
        foreach (var column in columns)
        {
            var value = row[column];
            if (_input.Length <= length + value.Length)
            {
                Array.Resize(ref _input, Math.Max(_input.Length * 2, length + value.Length + 1));
            }

            value.CopyTo(_input.AsSpan(length));
            length += value.Length;
            _input[length++] = 0;
        }

        return Of(_input.AsSpan(0, length));
    }

    /// <summary>Of a text in UTF-8.</summary>
    public UInt128 Of(string text)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_input.Length < needed)
        {
            _input = new byte[needed];
        }

        return Of(_input.AsSpan(0, Encoding.UTF8.GetBytes(text, _input)));
    }

    private static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
