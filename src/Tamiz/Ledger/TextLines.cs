using System.Globalization;

namespace Tamiz.Ledger;

/// <summary>Reads the lines of a checkpoint or proof: each a name, a space and a value, ended by a line feed.</summary>
internal struct TextLines(string text)
{
    private int _at;
    private int _line = 1;

    /// <summary>Where the next line begins, in characters.</summary>
    public readonly int Position => _at;

    /// <summary>The line's value; empty where the name stands alone.</summary>
    public string Value(string name)
    {
        var end = text.IndexOf('\n', _at);
        if (end < 0)
        {
            Fail("a line is missing or not ended");
        }

        var line = text[_at..end];
        if (line != name && (!line.StartsWith(name + " ", StringComparison.Ordinal) || line.Length == name.Length + 1))
        {
            Fail($"another line than \"{name}\"");
        }

        _at = end + 1;
        _line++;
        return line == name ? "" : line[(name.Length + 1)..];
    }

    public long Number(string name)
    {
        var value = Value(name);
        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == value ? number : Failed<long>($"{name}: not a whole number");
    }

    public Hash Digest(string name) => Hash.TryParse(Value(name)) ?? Failed<Hash>($"{name}: not 64 hexadecimal digits");

    public IReadOnlyList<Hash> Digests(string name)
    {
        var value = Value(name);
        return value.Length == 0 ? [] : [.. value.Split(' ').Select(one => Hash.TryParse(one)).Select(HashOrFail)];
    }

    public byte[] Bytes(string name) => HexText.Read(Value(name)) ?? Failed<byte[]>($"{name}: not hexadecimal digits");

    public readonly void Fail(string reason) => throw new LedgerFormatException(reason, _line);

    public readonly void End()
    {
        if (_at != text.Length)
        {
            Fail("text is left over");
        }
    }

    private readonly Hash HashOrFail(Hash? hash) => hash ?? Failed<Hash>("not 64 hexadecimal digits");

    private readonly T Failed<T>(string reason) => throw new LedgerFormatException(reason, _line);
}
