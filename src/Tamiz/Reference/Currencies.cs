using System.Globalization;

namespace Tamiz.Reference;

/// <summary>The currencies of ISO 4217 by alphabetic code, those withdrawn included and marked.</summary>
public sealed class Currencies
{
    private readonly Currency?[] _byNumber = new Currency?[26 * 26 * 26];

    /// <summary>Currencies, each code once.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="currencies">The currencies.</param>
    /// <exception cref="ArgumentException">A code has not three upper-case letters, or comes twice.</exception>
    public Currencies(Snapshot snapshot, IEnumerable<Currency> currencies)
    {
        Snapshot = snapshot;
        All = [.. currencies];
        foreach (var currency in All)
        {
            var number = currency.Code.Length == 3 ? Alphabet.OfLetters(currency.Code) : -1;
            if (number < 0 || _byNumber[number] is not null)
            {
                throw new ArgumentException(
                    $"«{currency.Code}» is not a code of three upper-case letters, or comes twice.", nameof(currencies));
            }

            _byNumber[number] = currency;
        }
    }

    /// <summary>Edition, origin and hash.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>All currencies, in alphabetical order of their codes where shipped.</summary>
    public IReadOnlyList<Currency> All { get; }

    /// <summary>The currency of a code; null where ISO 4217 never had it (codes in lower case it has not).</summary>
    public Currency? Find(ReadOnlySpan<char> code)
    {
        var number = code.Length == 3 ? Alphabet.OfLetters(code) : -1;
        return number >= 0 ? _byNumber[number] : null;
    }

    internal static Currencies Read(Table table)
    {
        var currencies = new Currency[table.Lines.Length];
        for (var i = 0; i < currencies.Length; i++)
        {
            var parts = table.Lines[i].Split(' ');
            int? digits = parts[1] == "-" ? null : int.Parse(parts[1], CultureInfo.InvariantCulture);
            DateOnly? withdrawn = parts.Length < 3 ? null
                : DateOnly.ParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            currencies[i] = new Currency(parts[0], digits, withdrawn);
        }

        return new Currencies(table.Snapshot, currencies);
    }
}
