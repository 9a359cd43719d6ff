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
}
