using Tamiz.Formats.Lists;

namespace Tamiz.Screening;

/// <summary>Names of all lists by their normal form. Immutable.</summary>
public sealed class NameIndex
{
    private static readonly IReadOnlyList<NameHit> None = [];
    private readonly Dictionary<string, IReadOnlyList<NameHit>> _names = new(StringComparer.Ordinal);

    /// <summary>An index of snapshots. Weak aliases of a single word are left out.</summary>
    public NameIndex(IEnumerable<ListSnapshot> lists)
    {
        Lists = [.. lists];
        var drafts = new Dictionary<string, List<NameHit>>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            foreach (var entry in list.Entries)
            {
                foreach (var name in entry.Names)
                {
                    Add(drafts, new NameHit(list, entry, name));
                }
            }
        }

        foreach (var (name, hits) in drafts)
        {
            _names.Add(name, hits);
        }
    }

    /// <summary>The lists.</summary>
    public IReadOnlyList<ListSnapshot> Lists { get; }

    /// <summary>Distinct normal names.</summary>
    public int Count => _names.Count;

    /// <summary>The entries that bear a name, one hit an entry.</summary>
    public IReadOnlyList<NameHit> Find(string name) => NormalName.Of(name) is { Length: > 0 } normal && _names.TryGetValue(normal, out var hits) ? hits : None;

    private static void Add(Dictionary<string, List<NameHit>> drafts, NameHit hit)
    {
        var normal = NormalName.Of(hit.Name.Text);
        if (normal.Length == 0 || (hit.Name.Kind == ListNameKind.WeakAlias && !normal.Contains(' ', StringComparison.Ordinal)))
        {
            return;
        }

        if (!drafts.TryGetValue(normal, out var hits))
        {
            drafts.Add(normal, hits = []);
        }

        if (!hits.Exists(known => ReferenceEquals(known.Entry, hit.Entry)))
        {
            hits.Add(hit);
        }
    }
}
