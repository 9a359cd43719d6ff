using Tamiz.Ledger;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Homes;

/// <summary>
/// Compares what cannot be made from the ledger with what the ledger says of it: persons, contents, credentials, the seeds of days that
/// are not closed; and the state kept with the one that the ledger makes.
/// </summary>
/// <param name="home">The home.</param>
public sealed class HomeCheck(HomeView home)
{
    private const int MostNamed = 100;

    /// <summary>Looks at all of it.</summary>
    /// <returns>What is wrong: TZ1704, TZ1708, TZ1709, TZ1713, TZ1721, TZ1722, TZ1807, TZ1815, TZ1816; a hundred at most; empty where nothing is.</returns>
    /// <exception cref="LedgerException">A batch is damaged (TZ1602).</exception>
    public IReadOnlyList<Diagnostic> Run()
    {
        var persons = new Dictionary<Pseudonym, long>();
        var contents = new HashSet<Hash>();
        foreach (var entry in home.Ledger.Read())
        {
            switch (entry.Read())
            {
                case DeclarationEntered entered: Name(entered.Parties, entry.Sequence, persons); break;
                case PersonsErased erased: erased.Erased.ToList().ForEach(person => persons.Remove(person)); break;
                case ContentProposed content when !content.Digest.IsZero: contents.Add(content.Digest); break;
                case KnowledgeSet knowledge: contents.UnionWith(knowledge.Entries.Select(one => one.Digest)); break;
                default: break; // Everything else stands in the ledger alone.
            }
        }

        IEnumerable<Diagnostic?> found = [home.CheckPersons(), home.CheckKept(), .. Missing(persons), .. contents.Select(CheckContent), .. Credentials(), .. Seeds()];
        return [.. found.OfType<Diagnostic>().Take(MostNamed)];
    }

    private static void Name(DeclarationParties parties, long sequence, Dictionary<Pseudonym, long> persons)
    {
        foreach (var party in new[] { parties.Declarant, parties.Importer, parties.Exporter, parties.Carrier })
        {
            if (party?.Person is { } person)
            {
                persons.TryAdd(person, sequence);
            }
        }
    }

    private IEnumerable<Diagnostic> Missing(Dictionary<Pseudonym, long> persons) => persons
        .Where(person => !home.Knows(person.Key)).OrderBy(person => person.Value)
        .Select(person => HomeDiagnostics.PersonMissing.At(new Place(Path.Combine(home.Folder, PersonsTable.FileName), Field: $"record {person.Value}"), person.Key.ToString()));

    private Diagnostic? CheckContent(Hash digest) => Try(() => home.ReadContent(digest));

    private IEnumerable<Diagnostic?> Credentials()
    {
        using var credentials = Persons.Credentials.Open(home.Folder);
        var chained = new byte[Hash.Size];
        foreach (var officer in home.State.Officers.Values)
        {
            officer.Credential.CopyTo(chained);
            yield return credentials.CheckEntry(officer.Person, chained);
        }
    }

    private IEnumerable<Diagnostic?> Seeds() =>
        from book in home.State.Books
        from commitment in new[] { book.Value.Open?.Commitment ?? default, book.Value.Next }
        where !commitment.IsZero
        select Try(() => home.Seeds.Find(book.Key, commitment));

    private static Diagnostic? Try(Func<byte[]> read)
    {
        try
        {
            read();
            return null;
        }
        catch (HomeException wrong)
        {
            return wrong.Diagnostic;
        }
    }
}
