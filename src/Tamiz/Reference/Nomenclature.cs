namespace Tamiz.Reference;

/// <summary>
/// One edition of the Harmonized System. The edition shipped is HS 2022: 5,612 subheadings in 1,228 headings and 96 chapters
/// (01 to 97 without the reserved 77; the entry 9999 of trade statistics is no code of the HS and is left out).
/// </summary>
public sealed class Nomenclature
{
    private readonly Bits _chapters = new(100);
    private readonly Bits _headings = new(10_000);
    private readonly Bits _subheadings = new(1_000_000);

    /// <summary>An edition from its subheadings; headings and chapters are those that they begin with.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="subheadings">Codes of six digits.</param>
    /// <exception cref="ArgumentException">A code has not six digits.</exception>
    public Nomenclature(Snapshot snapshot, IEnumerable<string> subheadings)
    {
        ArgumentNullException.ThrowIfNull(subheadings);
        Snapshot = snapshot;
        foreach (var code in subheadings)
        {
            var number = code.Length == 6 ? Alphabet.OfDigits(code) : -1;
            if (number < 0)
            {
                throw new ArgumentException($"«{code}» is not a code of six digits.", nameof(subheadings));
            }

            _subheadings.Add(number);
            _headings.Add(number / 100);
            _chapters.Add(number / 10_000);
        }
    }

    /// <summary>Edition, origin and hash.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Number of chapters (two digits).</summary>
    public int ChapterCount => _chapters.Count;

    /// <summary>Number of headings (four digits).</summary>
    public int HeadingCount => _headings.Count;

    /// <summary>Number of subheadings (six digits).</summary>
    public int SubheadingCount => _subheadings.Count;

    /// <summary>Whether the edition has this chapter, heading or subheading; false for any other length than 2, 4 or 6.</summary>
    /// <param name="code">Digits without points.</param>
    public bool Contains(ReadOnlySpan<char> code)
    {
        var set = code.Length switch { 2 => _chapters, 4 => _headings, 6 => _subheadings, _ => null };
        if (set is null)
        {
            return false;
        }

        var number = Alphabet.OfDigits(code);
        return number >= 0 && set[number];
    }

    internal static Nomenclature Read(Table table) => new(table.Snapshot, table.Lines);
}
