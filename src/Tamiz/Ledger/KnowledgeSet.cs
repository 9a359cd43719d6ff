namespace Tamiz.Ledger;

/// <summary>What assessments use from here on.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Entries">Contents in force, ordered, each kind and name once.</param>
public sealed record KnowledgeSet(Instant At, string By, IReadOnlyList<KnowledgeEntry> Entries) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.KnowledgeSet;

    internal static KnowledgeSet Read(RecordHead head, ref RecordReader reader)
    {
        var entries = reader.List(static (ref one) => KnowledgeEntry.Read(ref one));
        if (!IsOrdered(entries))
        {
            reader.Fail("knowledge that is not ordered");
        }

        return new(head.At, head.By, entries);
    }

    private protected override void WriteFields(RecordWriter writer)
    {
        if (!IsOrdered(Entries))
        {
            throw new ArgumentException("knowledge is ordered by kind and name, each once");
        }

        writer.List(Entries, static (one, entry) => entry.Write(one));
    }

    private static bool IsOrdered(IReadOnlyList<KnowledgeEntry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i - 1] >= entries[i])
            {
                return false;
            }
        }

        return true;
    }
}
