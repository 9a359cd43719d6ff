using Tamiz.Assessment;

namespace Tamiz.Ledger;

/// <summary>A declaration was assessed with the knowledge set before.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="DeclarationVersion">Its version, from 1.</param>
/// <param name="Facts">The stored facts of each item, in the catalogue's order; NaN where not known.</param>
/// <param name="Attached">List hits and reports that matched.</param>
/// <param name="Gaps">What was lacking.</param>
/// <param name="Areas">The risk by area.</param>
public sealed record AssessmentMade(
    Instant At, string By, string Identity, int DeclarationVersion, IReadOnlyList<double[]> Facts,
    IReadOnlyList<AttachedEvidence> Attached, IReadOnlyList<Gap> Gaps, IReadOnlyList<WeighedArea> Areas)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.AssessmentMade;

    internal static AssessmentMade Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Count32(), reader.List(static (ref one) => one.Numbers()),
            reader.List(AttachedFields.Read), reader.List(AttachedFields.ReadGap),
            reader.List(static (ref one) => WeighedArea.Read(ref one)));

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Count(DeclarationVersion);
        writer.List(Facts, static (one, facts) => one.Numbers(facts));
        writer.List(Attached, AttachedFields.Write);
        writer.List(Gaps, AttachedFields.WriteGap);
        writer.List(Areas, static (one, entry) => entry.Write(one));
    }
}
