namespace Tamiz.Screening;

/// <summary>Remembers what was found for a name, so that a name that comes again costs one look-up. Bounded; not for several threads.</summary>
public sealed class NameCache(NameIndex index)
{
    private const int Capacity = 200_000;
    private readonly Dictionary<string, IReadOnlyList<NameHit>> _seen = new(StringComparer.Ordinal);

    /// <summary>The index behind it.</summary>
    public NameIndex Index => index;

    /// <summary>As <see cref="NameIndex.Find"/>.</summary>
    public IReadOnlyList<NameHit> Find(string name)
    {
        if (_seen.TryGetValue(name, out var hits))
        {
            return hits;
        }

        if (_seen.Count >= Capacity)
        {
            _seen.Clear();
        }

        return _seen[name] = index.Find(name);
    }
}
