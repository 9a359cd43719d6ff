namespace Tamiz.Reference;

/// <summary>
/// Units of measure that customs tariffs commonly ask for, by common code of UN/ECE Recommendation 20.
/// The list shipped is not the whole recommendation: a code that it lacks may exist. Some of its codes are withdrawn but still used.
/// </summary>
public sealed class Units
{
    private readonly HashSet<string> _codes;

    /// <summary>Units from their codes.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="codes">Common codes, two or three characters.</param>
    public Units(Snapshot snapshot, IEnumerable<string> codes)
    {
        Snapshot = snapshot;
        Codes = [.. codes];
        _codes = new HashSet<string>(Codes, StringComparer.Ordinal);
    }

    /// <summary>Edition, origin and hash.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>All codes, in alphabetical order where shipped.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Whether the list has this code, as KGM for kilogram.</summary>
    public bool Contains(ReadOnlySpan<char> code) => _codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code);

    internal static Units Read(Table table) => new(table.Snapshot, table.Lines);
}
