using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>A version of a declaration entered the ledger, as lodged.</summary>
/// <param name="At">When it entered.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Live">Whether it gets a lane; otherwise it is imported history.</param>
/// <param name="Declaration">As lodged. Its own parties, its place in a file and its findings are not written, and not there when it was read.</param>
/// <param name="Parties">Its parties under their pseudonyms.</param>
public sealed record DeclarationEntered(Instant At, string By, bool Live, Declaration Declaration, DeclarationParties Parties)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.DeclarationEntered;

    /// <summary>office/year/number, without a version: what all other records call it by.</summary>
    public string Identity => IdentityOf(Declaration.Identity);

    /// <summary>The identity as all other records have it: office/year/number, leaving out what is unknown, without a version.</summary>
    public static string IdentityOf(Identity identity) => identity.WithoutVersion();

    /// <summary>The declaration with its parties.</summary>
    /// <param name="name">Gives the party that the pseudonyms stand for; null where it was erased.</param>
    public Declaration Named(Func<PartyRef, Party?> name) => Declaration with
    {
        Declarant = Parties.Declarant is { } declarant ? name(declarant) : null,
        Importer = Parties.Importer is { } importer ? name(importer) : null,
        Exporter = Parties.Exporter is { } exporter ? name(exporter) : null,
        Carrier = Parties.Carrier is { } carrier ? name(carrier) : null,
    };

    internal static DeclarationEntered Read(RecordHead head, ref RecordReader reader)
    {
        var live = reader.Flag();
        var declaration = DeclarationFields.Read(ref reader, out var parties);
        return new(head.At, head.By, live, declaration, parties);
    }

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Flag(Live);
        DeclarationFields.Write(writer, Declaration, Parties);
    }
}
