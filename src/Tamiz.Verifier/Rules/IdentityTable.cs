namespace Tamiz.Verifier.Rules;

/// <summary>The identities met so far; each takes 37 to 42 bytes.</summary>
internal sealed class IdentityTable
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<IdentityState[]> _chunks = [];
    private int[] _places = new int[1024];
    private int _count;

    /// <summary>The state of an identity, made where there is none. It stays where it is for ever.</summary>
    public ref IdentityState this[UInt128 identity]
    {
        get
        {
            var place = PlaceOf(identity);
            if (_places[place] == 0)
            {
                if (_count + 1 > _places.Length / 5 * 4)
                {
                    Grow();
                    place = PlaceOf(identity);
                }

                if (_count % ChunkSize == 0)
                {
                    _chunks.Add(new IdentityState[ChunkSize]);
                }

                _places[place] = ++_count;
                At(_count).Identity = identity;
            }

            return ref At(_places[place]);
        }
    }

    /// <summary>All states, in the order in which they were made.</summary>
    public IEnumerable<IdentityState> All => Enumerable.Range(1, _count).Select(number => At(number));

    private ref IdentityState At(int number) => ref _chunks[(number - 1) >> ChunkBits][(number - 1) & (ChunkSize - 1)];

    private int PlaceOf(UInt128 identity)
    {
        var mask = _places.Length - 1;
        var place = (int)(identity & (uint)mask);
        while (_places[place] != 0 && At(_places[place]).Identity != identity)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        _places = new int[_places.Length * 2];
        for (var number = 1; number <= _count; number++)
        {
            _places[PlaceOf(At(number).Identity)] = number;
        }
    }
}
