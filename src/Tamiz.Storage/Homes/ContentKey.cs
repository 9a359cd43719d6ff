using Tamiz.Assessment;

namespace Tamiz.Storage.Homes;

/// <summary>What a content is called.</summary>
/// <param name="Kind">configuration, risks, reports, list, catalogue, integrity …</param>
/// <param name="Name">Path of its file in the home, with forward strokes.</param>
public readonly record struct ContentKey(string Kind, string Name) : IComparable<ContentKey>
{
    /// <summary>The kind of the integrity strategy's files: two persons approve them, and no assessment of a declaration uses them.</summary>
    public const string Integrity = "integrity";

    /// <summary>The kind of a file of a home, by its path.</summary>
    public static ContentKey OfFile(string path) => new(
        path switch
        {
            "tamiz.yaml" => "configuration",
            "risks.yaml" => "risks",
            WeightsFile.Path => "model",
            _ when path.StartsWith("intelligence/", StringComparison.Ordinal) => "reports",
            _ when path.StartsWith("integrity/", StringComparison.Ordinal) => Integrity,
            _ => "list",
        },
        path);

    /// <inheritdoc/>
    public int CompareTo(ContentKey other)
    {
        var byKind = CompareUtf8(Kind, other.Kind);
        return byKind != 0 ? byKind : CompareUtf8(Name, other.Name);
    }

    /// <summary>Whether <paramref name="left"/> comes first.</summary>
    public static bool operator <(ContentKey left, ContentKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes later.</summary>
    public static bool operator >(ContentKey left, ContentKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come later.</summary>
    public static bool operator <=(ContentKey left, ContentKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come first.</summary>
    public static bool operator >=(ContentKey left, ContentKey right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}";

    // The ledger orders texts by their bytes; that is not the order of UTF-16 beyond the basic plane.
    private static int CompareUtf8(string left, string right) =>
        System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right));
}
