namespace Tamiz.Reference;

/// <summary>Which edition of a table of codes this is, and where it comes from; a decision records its hash.</summary>
/// <param name="Id">The table: hs, countries, currencies, places, units.</param>
/// <param name="Edition">The edition in its publisher's words.</param>
/// <param name="Sha256">SHA-256 of the unpacked table, 64 lower-case hexadecimal digits.</param>
/// <param name="ValidFrom">First day on which this edition was in force; null where its origin does not say.</param>
/// <param name="Origin">Repository and file, with the commit or the hash of the source.</param>
/// <param name="Licence">SPDX identifier of the licence of the source.</param>
public sealed record Snapshot(string Id, string Edition, string Sha256, DateOnly? ValidFrom, string Origin, string Licence)
{
    /// <summary>Table, edition and the first digits of the hash, for a person.</summary>
    public override string ToString() => $"{Id}: {Edition} ({Sha256[..Math.Min(12, Sha256.Length)]})";
}
