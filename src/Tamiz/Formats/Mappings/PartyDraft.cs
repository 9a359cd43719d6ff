using Tamiz.Declarations;

namespace Tamiz.Formats.Mappings;

/// <summary>The fields of a party while a row is read.</summary>
internal sealed class PartyDraft
{
    public string? Id;
    public string? Name;
    public string? Address;
    public string? Country;

    public bool IsEmpty => Id is null && Name is null && Address is null && Country is null;

    /// <summary>Whether the party is made of the very same strings.</summary>
    public bool Is(Party party) => ReferenceEquals(party.Id, Id) && ReferenceEquals(party.Name, Name)
        && ReferenceEquals(party.Address, Address) && ReferenceEquals(party.Country, Country);
}
