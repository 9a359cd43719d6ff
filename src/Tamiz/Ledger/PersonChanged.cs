namespace Tamiz.Ledger;

/// <summary>What a person may do, from here on.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="InForce">Whether the person may do anything at all.</param>
/// <param name="Roles">analyst, approver, inspector, supervisor, auditor, integrity, administrator, custodian.</param>
/// <param name="Credential">Hash of the credential's entry outside the chain; zeros for none.</param>
public sealed record PersonChanged(
    Instant At, string By, string Person, bool InForce, IReadOnlyList<string> Roles, Hash Credential)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.PersonChanged;

    internal static PersonChanged Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Flag(), reader.List(static (ref one) => one.Text()), reader.Digest());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Person);
        writer.Flag(InForce);
        writer.List(Roles, static (one, text) => one.Text(text));
        writer.Digest(Credential);
    }
}
