using System.Security.Cryptography;
using System.Text;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.Ledger;
using Tamiz.Storage.Contents;
using Tamiz.Storage.Ledger;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Homes;

/// <summary>Founds the ledger of a home: its first key, its first administrator, the settings in force, the first seeds.</summary>
/// <param name="Folder">The home's folder, with its settings.</param>
/// <param name="Administrator">Id of the first administrator.</param>
/// <param name="Clock">The clock; of a simulated home, a stepped one.</param>
public sealed record HomeFounding(string Folder, string Administrator, TimeProvider Clock)
{
    /// <summary>Founds it.</summary>
    /// <param name="diagnostics">Receives what is wrong with the settings.</param>
    /// <returns>Null where the settings have errors: then nothing is founded.</returns>
    /// <exception cref="LedgerException">There is a ledger already, or the disk failed.</exception>
    public FoundedHome? Found(ICollection<Diagnostic> diagnostics)
    {
        var (home, files) = HomeFiles.Read(Folder, diagnostics);
        files[new ContentKey(HomeState.CatalogueKind, "facts")] = HomeState.CatalogueText(new FactCatalogue(HomeState.KeysOf(home, diagnostics)));
        if (diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            return null;
        }

        var id = LedgerId.Of(RandomNumberGenerator.GetBytes(LedgerId.Size));
        var now = Instant.FromUtc(Clock.GetUtcNow().UtcDateTime);
        using var keys = SigningKeys.Create(Path.Combine(Folder, "keys"));
        using var credentials = Credentials.Open(Folder);
        var issued = credentials.Issue(Administrator, now);
        var records = Records(now, new Hash(issued.Hash), files).Concat(Seeds(now, home, id)).ToList();
        var founding = new Founding(id, home.Name, Clock is SteppedClock, Administrator) { Records = records };
        using (LedgerLog.Create(new LedgerPlace(new LedgerFolder(Path.Combine(Folder, "ledger")), keys, Clock), founding))
        {
            var credential = Path.Combine(Folder, "keys", Administrator + ".credential");
            DurableFile.Write(credential, Encoding.ASCII.GetBytes(issued.Token + "\n"), DurableFile.Private);
            using var key = keys.Founding()!;
            return new FoundedHome(id, key.Id, Path.Combine(Folder, "keys", "key-1.public.pem"), Administrator, credential, [.. files.Keys]);
        }
    }

    private List<LedgerRecord> Records(Instant now, Hash credential, SortedDictionary<ContentKey, byte[]> files)
    {
        var contents = ContentStore.Open(Folder);
        var records = new List<LedgerRecord> { new PersonChanged(now, Administrator, Administrator, true, [Roles.Administrator], credential) };
        var knowledge = new List<KnowledgeEntry>();
        foreach (var ((kind, name), bytes) in files)
        {
            var digest = new Hash(contents.Put(bytes));
            records.Add(new ContentProposed(now, Administrator, kind, name, digest, bytes.Length));
            knowledge.Add(new KnowledgeEntry(kind, name, digest));
        }

        knowledge.Sort();
        records.Add(new KnowledgeSet(now, Administrator, knowledge));
        return records;
    }

    private IEnumerable<SeedCommitted> Seeds(Instant now, Home home, LedgerId id)
    {
        var offices = home.Policy.Offices.Keys.Order(StringComparer.Ordinal).ToList();
        return new SeedVault(Folder, id).Draw(offices).Zip(offices, (commitment, office) => new SeedCommitted(now, "", office, commitment));
    }
}
