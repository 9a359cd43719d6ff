using Tamiz.Declarations;

namespace Tamiz.Formats.Mappings;

/// <summary>Gives parties that come again and again as one and the same record. One pool a thread.</summary>
internal sealed class PartyPool
{
    private readonly Party?[] _parties = new Party?[1 << 13];

    /// <summary>The party of a draft; null where nothing is known of it.</summary>
    public Party? Get(PartyDraft draft)
    {
        if (draft.IsEmpty)
        {
            return null;
        }

        ref var party = ref _parties[TextPool.HashOf(draft.Id ?? draft.Name) >> 51];
        return party is not null && draft.Is(party) ? party : party = new Party(draft.Id, draft.Name, draft.Address, draft.Country);
    }
}
