namespace Tamiz.Reference;

/// <summary>The 249 countries and territories of ISO 3166-1, by alpha-2 code.</summary>
public sealed class Countries
{
    private readonly Bits _codes = new(26 * 26);

    /// <summary>Countries from their codes.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="codes">Codes of two upper-case letters.</param>
    /// <exception cref="ArgumentException">A code has not two upper-case letters.</exception>
    public Countries(Snapshot snapshot, IEnumerable<string> codes)
    {
        Snapshot = snapshot;
        Codes = [.. codes];
        foreach (var code in Codes)
        {
            var number = code.Length == 2 ? Alphabet.OfLetters(code) : -1;
            if (number < 0)
            {
                throw new ArgumentException($"«{code}» is not a code of two upper-case letters.", nameof(codes));
            }

            _codes.Add(number);
        }
    }

    /// <summary>Edition, origin and hash.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>All codes, in alphabetical order where shipped.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Whether ISO 3166-1 has this code; a code in lower case it has not.</summary>
    public bool Contains(ReadOnlySpan<char> code)
    {
        var number = code.Length == 2 ? Alphabet.OfLetters(code) : -1;
        return number >= 0 && _codes[number];
    }

    internal static Countries Read(Table table) => new(table.Snapshot, table.Lines);
}
