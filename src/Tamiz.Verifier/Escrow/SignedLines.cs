using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Verifier.Escrow;

/// <summary>A text of lines "name value", each in its turn.</summary>
/// <param name="text">The text.</param>
internal sealed class SignedLines(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _at;

    /// <summary>Whether a line was not as it must be.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether the last line feed ends the text.</summary>
    public bool Ended => _at == _lines.Length - 1 && _lines[_at].Length == 0;

    /// <summary>The value of the next line, which must have that name; empty where the name stands alone.</summary>
    public string Next(string name)
    {
        var line = _at < _lines.Length - 1 ? _lines[_at] : "";
        _at++;
        if (line == name || (line.StartsWith(name + " ", StringComparison.Ordinal) && line.Length > name.Length + 1))
        {
            return line.Length > name.Length ? line[(name.Length + 1)..] : "";
        }

        Failed = true;
        return "";
    }

    /// <summary>A number from 0 in decimal digits, without a sign or zeros before it.</summary>
    public ulong Number(string name)
    {
        var value = Next(name);
        if (ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == value)
        {
            return number;
        }

        Failed = true;
        return 0;
    }

    /// <summary>A number that may have a minus.</summary>
    public long Signed(string name)
    {
        var value = Next(name);
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == value)
        {
            return number;
        }

        Failed = true;
        return 0;
    }

    /// <summary>Bytes in hexadecimal digits, in lower case.</summary>
    /// <param name="name">The line's name.</param>
    /// <param name="size">How many bytes; null for any number.</param>
    public byte[] Hex(string name, int? size = null) => Hex([Next(name)], size).Single();

    /// <summary>Hashes in hexadecimal digits, separated by spaces; none where the name stands alone.</summary>
    public byte[][] Hashes(string name) => Next(name) is { Length: > 0 } value ? Hex(value.Split(' '), 32) : [];

    /// <summary>SHA-256 over the lines before the next one, with their line feeds.</summary>
    public byte[] HashSoFar() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_lines.Take(_at).Select(line => line + "\n"))));

    private byte[][] Hex(string[] values, int? size)
    {
        Failed |= Array.Exists(values, value => value.Length % 2 != 0 || (size is not null && value.Length != 2 * size) || !value.All(char.IsAsciiHexDigitLower));
        return [.. values.Select(value => Failed ? new byte[size ?? 0] : Convert.FromHexString(value))];
    }
}
