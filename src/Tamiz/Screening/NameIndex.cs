using System.Text.RegularExpressions;
using Tamiz.Formats.Lists;

namespace Tamiz.Screening;

/// <summary>Names of all lists by their normal form. Immutable.</summary>
public sealed partial class NameIndex
{
    private const int StackLength = 512;
    private static readonly IReadOnlyList<NameHit> None = [];
    private readonly Dictionary<string, IReadOnlyList<NameHit>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<NameHit>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>
    /// An index of snapshots. Weak aliases of a single word are left out; a name with words in brackets also counts without them.
    /// </summary>
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
                    var hit = new NameHit(list, entry, name);
                    Add(drafts, NormalName.Of(name.Text), hit);
                    if (name.Text.Contains('(', StringComparison.Ordinal))
                    {
                        Add(drafts, NormalName.Of(Bracketed().Replace(name.Text, " ")), hit);
                    }
                }
            }
        }

        foreach (var (name, hits) in drafts)
        {
            _names.Add(name, hits);
        }

        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists.</summary>
    public IReadOnlyList<ListSnapshot> Lists { get; }

    /// <summary>Distinct normal names.</summary>
    public int Count => _names.Count;

    /// <summary>The entries that bear a name, one hit an entry, in the lists' order. A miss allocates nothing.</summary>
    /// <param name="name">As written.</param>
    public IReadOnlyList<NameHit> Find(string name)
    {
        Span<char> normal = stackalloc char[StackLength];
        var length = NormalName.Write(name, normal);
        return length == 0 ? None : length > 0 ? Lookup(normal[..length]) : Lookup(NormalName.Of(name));
    }

    /// <summary>The same for a name that is normal already.</summary>
    /// <param name="normal">What <see cref="NormalName.Of"/> gave.</param>
    public IReadOnlyList<NameHit> Lookup(ReadOnlySpan<char> normal) => _lookup.TryGetValue(normal, out var hits) ? hits : None;

    private static void Add(Dictionary<string, List<NameHit>> drafts, string normal, NameHit hit)
    {
        if (normal.Length == 0 || (hit.Name.Kind == ListNameKind.WeakAlias && !normal.Contains(' ', StringComparison.Ordinal)))
        {
            return;
        }

        if (!drafts.TryGetValue(normal, out var hits))
        {
            drafts.Add(normal, hits = []);
        }

        var known = hits.FindIndex(other => ReferenceEquals(other.Entry, hit.Entry));
        if (known < 0)
        {
            hits.Add(hit);
        }
        else if (hits[known].Name.Kind == ListNameKind.WeakAlias && hit.Name.Kind != ListNameKind.WeakAlias)
        {
            hits[known] = hit;
        }
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
