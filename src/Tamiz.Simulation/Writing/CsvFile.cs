using System.Buffers;
using System.Security.Cryptography;

namespace Tamiz.Simulation.Writing;

/// <summary>A file that is written in order, counted and hashed as it goes.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int FlushAt = 1 << 16;
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private readonly FileStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Utf8Text _text = new(FlushAt + 4096);
    private bool _begun;

    /// <summary>A new file.</summary>
    /// <param name="folder">The world's folder.</param>
    /// <param name="name">Path in it, with slashes.</param>
    /// <param name="headings">Its line of headings; null for none.</param>
    public CsvFile(string folder, string name, string? headings)
    {
        Name = name;
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        _stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        if (headings is not null)
        {
            _text.Append(headings.Replace(" ", "", StringComparison.Ordinal));
            _text.Append("\n"u8);
        }
    }

    /// <summary>Path in the world's folder, with slashes.</summary>
    public string Name { get; }

    /// <summary>Rows written, without the headings.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds rows that are written already.</summary>
    public void Append(ReadOnlySpan<byte> rows, int count)
    {
        _text.Append(rows);
        Rows += count;
        FlushIfLong();
    }

    /// <summary>Adds a text field.</summary>
    public CsvFile Add(string? value)
    {
        Separate();
        AddText(_text, value);
        return this;
    }

    /// <summary>Adds a whole number.</summary>
    public CsvFile Add(long value)
    {
        Separate();
        _text.Append(value);
        return this;
    }

    /// <summary>Adds an amount given in hundredths.</summary>
    public CsvFile AddHundredths(long value)
    {
        Separate();
        AppendScaled(_text, value, 100);
        return this;
    }

    /// <summary>Adds a mass or a quantity given in thousandths.</summary>
    public CsvFile AddThousandths(long value)
    {
        Separate();
        AppendScaled(_text, value, 1000);
        return this;
    }

    /// <summary>Adds a share.</summary>
    public CsvFile AddShare(double value)
    {
        Separate();
        _text.AppendFixed(value, 6);
        return this;
    }

    /// <summary>Adds a date and time.</summary>
    public CsvFile Add(DateTime at)
    {
        Separate();
        _text.Append(at, "yyyy-MM-ddTHH:mm");
        return this;
    }

    /// <summary>Adds a date.</summary>
    public CsvFile Add(DateOnly day)
    {
        Separate();
        _text.Append(day, "yyyy-MM-dd");
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void End()
    {
        _text.Append("\n"u8);
        _begun = false;
        Rows++;
        FlushIfLong();
    }

    /// <summary>Writes what is left; says what the file holds.</summary>
    public WrittenFile Finish()
    {
        Flush();
        _stream.Flush();
        return new WrittenFile(Name, Convert.ToHexStringLower(_hash.GetHashAndReset()), _stream.Length, Rows);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    /// <summary>Adds a text, in quotation marks where it needs them.</summary>
    internal static void AddText(Utf8Text text, string? value)
    {
        var start = text.Length;
        text.Append(value);
        if (text.Written[start..].ContainsAny(Special))
        {
            text.Twice((byte)'"', start);
            text.Insert(start, "\""u8);
            text.Append("\""u8);
        }
    }

    /// <summary>Adds a number given as a multiple of a part, with just the decimals that the part has.</summary>
    internal static void AppendScaled(Utf8Text text, long value, int parts)
    {
        if (value < 0)
        {
            text.Append("-"u8);
        }

        var (whole, rest) = Math.DivRem(Math.Abs(value), parts);
        text.Append(whole);
        text.Append("."u8);
        text.Append(rest, parts == 100 ? "00" : "000");
    }

    private void Separate()
    {
        if (_begun)
        {
            _text.Append(","u8);
        }

        _begun = true;
    }

    private void FlushIfLong()
    {
        if (_text.Length >= FlushAt)
        {
            Flush();
        }
    }

    private void Flush()
    {
        _stream.Write(_text.Written);
        _hash.AppendData(_text.Written);
        _text.CutTo(0);
    }
}

/// <summary>A file of a world.</summary>
/// <param name="Name">Path in the world's folder, with slashes.</param>
/// <param name="Sha256">Hash of its bytes, hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Rows">Rows, without headings.</param>
public sealed record WrittenFile(string Name, string Sha256, long Bytes, long Rows);
