using System.Text;

namespace Tamiz.Ledger;

/// <summary>A content that assessments use. Ordered by kind and name, as UTF-8 bytes.</summary>
/// <param name="Kind">Kind of the content.</param>
/// <param name="Name">Its name among those of its kind.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
public readonly record struct KnowledgeEntry(string Kind, string Name, Hash Digest) : IComparable<KnowledgeEntry>
{
    /// <inheritdoc/>
    public int CompareTo(KnowledgeEntry other)
    {
        var byKind = ByBytes(Kind, other.Kind);
        return byKind != 0 ? byKind : ByBytes(Name, other.Name);
    }

    /// <summary>Whether <paramref name="left"/> comes first.</summary>
    public static bool operator <(KnowledgeEntry left, KnowledgeEntry right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes later.</summary>
    public static bool operator >(KnowledgeEntry left, KnowledgeEntry right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come later.</summary>
    public static bool operator <=(KnowledgeEntry left, KnowledgeEntry right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come first.</summary>
    public static bool operator >=(KnowledgeEntry left, KnowledgeEntry right) => left.CompareTo(right) >= 0;

    internal static KnowledgeEntry Read(ref RecordReader reader) => new(reader.Text(), reader.Text(), reader.Digest());

    internal void Write(RecordWriter writer)
    {
        writer.Text(Kind);
        writer.Text(Name);
        writer.Digest(Digest);
    }

    private static int ByBytes(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
