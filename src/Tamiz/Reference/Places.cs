namespace Tamiz.Reference;

/// <summary>
/// The places of UN/LOCODE: ports, airports, terminals, border crossings and towns, by their code of five characters.
/// The edition shipped has 115,883 of them, 'XZ' (international waters) included.
/// </summary>
public sealed class Places
{
    private readonly int[] _codes;

    /// <summary>Places from their codes.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="codes">Country (two letters) and place (three letters or digits), in one word.</param>
    /// <exception cref="ArgumentException">A code has not five letters or digits.</exception>
    public Places(Snapshot snapshot, IEnumerable<string> codes)
        : this(snapshot, Numbers(codes))
    {
    }

    private Places(Snapshot snapshot, int[] codes)
    {
        Snapshot = snapshot;
        _codes = codes;
        Array.Sort(_codes);
    }

    /// <summary>Edition, origin and hash.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Number of places.</summary>
    public int Count => _codes.Length;

    /// <summary>Whether UN/LOCODE has this code, as HNPCR for Puerto Cortés; with a blank after the country it has not.</summary>
    public bool Contains(ReadOnlySpan<char> code)
    {
        var number = code.Length == 5 ? Alphabet.OfLettersAndDigits(code) : -1;
        return number >= 0 && Array.BinarySearch(_codes, number) >= 0;
    }

    /// <summary>Reads lines of a country, a blank, and its places without separators.</summary>
    internal static Places Read(Table table)
    {
        var codes = new List<int>(131_072);
        Span<char> code = stackalloc char[5];
        foreach (var line in table.Lines)
        {
            line.AsSpan(0, 2).CopyTo(code);
            for (var i = 3; i < line.Length; i += 3)
            {
                line.AsSpan(i, 3).CopyTo(code[2..]);
                codes.Add(Alphabet.OfLettersAndDigits(code));
            }
        }

        return new Places(table.Snapshot, [.. codes]);
    }

    private static int[] Numbers(IEnumerable<string> codes)
    {
        var numbers = new HashSet<int>();
        foreach (var code in codes)
        {
            var number = code.Length == 5 ? Alphabet.OfLettersAndDigits(code) : -1;
            if (number < 0)
            {
                throw new ArgumentException($"«{code}» is not a code of five letters or digits.", nameof(codes));
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }
}
