namespace Tamiz.Ledger;

/// <summary>Something that was decided or done, as it stands in the ledger (docs/reference/ledger-format.md, Records).</summary>
/// <param name="At">When it was made; never later than its batch.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
public abstract record LedgerRecord(Instant At, string By)
{
    /// <summary>Its type.</summary>
    public abstract RecordType Type { get; }

    /// <summary>The version of its fields that is written, from 1; older ones stay readable.</summary>
    public virtual int Version => 1;

    /// <summary>Appends its canonical bytes.</summary>
    /// <param name="writer">Where to; allocates nothing but the buffer's growth.</param>
    /// <exception cref="ArgumentException">A value that the format cannot hold: a negative count, text that is not Unicode, a list too long.</exception>
    public void Write(RecordWriter writer)
    {
        writer.Begin();
        writer.Unsigned((ulong)Type);
        writer.Count(Version);
        writer.At(At);
        writer.Text(By);
        WriteFields(writer);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="bytes">All of its bytes.</param>
    /// <exception cref="LedgerFormatException">Not the canonical bytes of a record of a type and version that are known.</exception>
    public static LedgerRecord Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LedgerLimits.Record)
        {
            throw new LedgerFormatException("a record that is too long", LedgerLimits.Record);
        }

        var reader = new RecordReader(bytes);
        var record = Read(RecordHead.Read(ref reader), ref reader);
        reader.End();
        return record;
    }

    /// <summary>Type and instant of a record, without reading its fields.</summary>
    /// <exception cref="LedgerFormatException">It does not begin as a record does.</exception>
    internal static (RecordType Type, Instant At) Peek(ReadOnlySpan<byte> bytes)
    {
        var reader = new RecordReader(bytes);
        var type = reader.Unsigned();
        reader.Unsigned();
        return (type > (ulong)RecordType.ClockFellBack ? RecordType.None : (RecordType)type, reader.At());
    }

    /// <summary>Appends the fields of its type, in the order of the page.</summary>
    private protected abstract void WriteFields(RecordWriter writer);

    private static LedgerRecord Read(RecordHead head, ref RecordReader reader)
    {
        switch (head.Type, head.Version)
        {
            case (1, 1): return LedgerFounded.Read(head, ref reader);
            case (2, 1): return KeyChanged.Read(head, ref reader);
            case (3, 1): return PersonChanged.Read(head, ref reader);
            case (4, 1): return SignedIn.Read(head, ref reader);
            case (5, 1): return ContentProposed.Read(head, ref reader);
            case (6, 1): return ContentApproved.Read(head, ref reader);
            case (7, 1): return KnowledgeSet.Read(head, ref reader);
            case (8, 1): return SubjectRead.Read(head, ref reader);
            case (9, 1): return FileImported.Read(head, ref reader);
            case (10, 1): return DeclarationEntered.Read(head, ref reader);
            case (11, 1): return AssessmentMade.Read(head, ref reader);
            case (12, 1): return DrawMade.Read(head, ref reader);
            case (13, 1): return LaneGiven.Read(head, ref reader);
            case (14, 1): return FindingEntered.Read(head, ref reader);
            case (15, 1): return DeclarationAmended.Read(head, ref reader);
            case (16, 1): return DeclarationCancelled.Read(head, ref reader);
            case (17, 1): return InspectorAssigned.Read(head, ref reader);
            case (18, 1): return LaneOverridden.Read(head, ref reader);
            case (19, 1): return DayOpened.Read(head, ref reader);
            case (20, 1): return DayClosed.Read(head, ref reader);
            case (21, 1): return SeedCommitted.Read(head, ref reader);
            case (22, 1): return CheckpointMade.Read(head, ref reader);
            case (23, 1): return PersonsErased.Read(head, ref reader);
            case (24, 1): return TailCut.Read(head, ref reader);
            case (25, 1): return ClockFellBack.Read(head, ref reader);
            default:
                reader.Fail("a record of an unknown type or version");
                return null;
        }
    }
}
