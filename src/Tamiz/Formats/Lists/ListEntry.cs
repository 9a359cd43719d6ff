namespace Tamiz.Formats.Lists;

/// <summary>A person, company or vessel on a list.</summary>
/// <param name="Id">The publisher's number.</param>
/// <param name="Schema">Person, Organization, Vessel, Aircraft, or Unknown.</param>
/// <param name="Names">All names, the primary one first.</param>
public sealed record ListEntry(string Id, string Schema, IReadOnlyList<ListName> Names)
{
    /// <summary>When the publisher listed it; null where the file does not say.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>Programmes or regimes under which it is listed.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>Addresses, as published.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Countries of nationality, flag and address, each once, as published (names, not codes).</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Numbers of documents, registrations and ships.</summary>
    public IReadOnlyList<ListIdentifier> Identifiers { get; init; } = [];

    /// <summary>
    /// Dates of birth after ISO 8601-2: 1962-03-01, 1962-03, 1962, 1962~ (about), 1962/1964 (between); else as published.
    /// </summary>
    public IReadOnlyList<string> BirthDates { get; init; } = [];
}
