using Tamiz.Facts;
using Tamiz.Ledger;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Homes;

/// <summary>What persons do in a home: sign in, propose and approve contents, change who works there.</summary>
public sealed class HomeActs(LiveHome home)
{
    /// <summary>Signs a person in for one act; the ledger records it, granted or not.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="token">Their credential.</param>
    /// <param name="role">The role that the act needs; null for none.</param>
    /// <returns>Why not (TZ1802, TZ1803, TZ1711 to TZ1713); null where the person may.</returns>
    public Diagnostic? SignIn(string person, string token, string? role)
    {
        var refused = Refuse(person, token, role);
        home.Record(new SignedIn(home.Now, "", person, refused is null, Environment.MachineName));
        return refused;
    }

    /// <summary>Adds a person, or changes what they may do; they get a new credential.</summary>
    /// <returns>The token, which is shown once.</returns>
    public string Admit(string by, string person, IReadOnlyList<string> roles)
    {
        using var credentials = Credentials.Open(home.Folder);
        var issued = credentials.Issue(person, home.Now);
        home.Record(new PersonChanged(home.Now, by, person, true, [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], new Hash(issued.Hash)));
        return issued.Token;
    }

    /// <summary>Ends the work of a person.</summary>
    /// <exception cref="HomeException">Nobody of that name works here (TZ1802).</exception>
    public void Withdraw(string by, string person)
    {
        if (!home.State.Officers.ContainsKey(person))
        {
            throw new HomeException(Unknown(person));
        }

        home.Record(new PersonChanged(home.Now, by, person, false, [], default));
        using var credentials = Credentials.Open(home.Folder);
        credentials.Withdraw(person);
    }

    /// <summary>Proposes every file of the home that differs from what is in force, and every one that is gone.</summary>
    /// <param name="by">The author.</param>
    /// <param name="diagnostics">Receives what is wrong with the files; with an error nothing is proposed.</param>
    /// <returns>What was proposed.</returns>
    public IReadOnlyList<ContentProposed> Propose(string by, ICollection<Diagnostic> diagnostics)
    {
        var (settings, files) = HomeFiles.Read(home.Folder, diagnostics);
        if (diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            return [];
        }

        foreach (var (key, bytes) in HomeFiles.Integrity(home.Folder))
        {
            files[key] = bytes;
        }

        files[new ContentKey(HomeState.CatalogueKind, "facts")] = HomeState.CatalogueText(new FactCatalogue(HomeState.KeysOf(settings, diagnostics)));
        var inForce = home.State.Contents.InForce;
        var changed = files.Where(file => inForce.GetValueOrDefault(file.Key) != Hash.Of(file.Value)).ToList();
        var proposed = changed.Where(file => file.Key.Kind != HomeState.CatalogueKind)
            .Select(file => new ContentProposed(home.Now, by, file.Key.Kind, file.Key.Name, Hash.Of(file.Value), file.Value.Length))
            .Concat(inForce.Keys.Where(key => key.Kind != HomeState.CatalogueKind && !files.ContainsKey(key)).Select(key => new ContentProposed(home.Now, by, key.Kind, key.Name, default, 0)))
            .Where(one => !home.State.Contents.Proposed.ContainsKey((new ContentKey(one.Kind, one.Name), one.Digest)))
            .ToArray();
        changed.ForEach(file => home.Contents.Put(file.Value));
        if (proposed.Length > 0)
        {
            home.Record(proposed);
        }

        return proposed;
    }

    /// <summary>Approves or refuses contents that others proposed.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="names">Names of contents; empty for everything that waits.</param>
    /// <param name="granted">Whether they are approved.</param>
    /// <param name="reason">Why.</param>
    /// <returns>What was decided.</returns>
    /// <exception cref="HomeException">Nothing of the kind is proposed (TZ1805), or by the same person (TZ1804): nothing is decided.</exception>
    public IReadOnlyList<ContentApproved> Decide(string by, IReadOnlyList<string> names, bool granted, string reason)
    {
        var waiting = home.State.Contents.Proposed.Where(pair => names.Count == 0 || names.Contains(pair.Key.Key.Name, StringComparer.Ordinal)).ToList();
        var missing = names.FirstOrDefault(name => waiting.TrueForAll(pair => pair.Key.Key.Name != name));
        if (waiting.Count == 0 || missing is not null)
        {
            throw new HomeException(ActDiagnostics.NotProposed.At(new Place(home.Folder, 0, 0, missing ?? ""), missing ?? ""));
        }

        if (waiting.Find(pair => pair.Value == by) is { Value: not null } own)
        {
            throw new HomeException(ActDiagnostics.OwnProposal.At(new Place(home.Folder, 0, 0, own.Key.Key.Name), by));
        }

        var decided = waiting.Select(pair => new ContentApproved(home.Now, by, pair.Key.Key.Kind, pair.Key.Key.Name, pair.Key.Digest, granted, reason))
            .OrderBy(one => one.Name, StringComparer.Ordinal).ToArray();
        home.Record(decided);
        return decided;
    }

    /// <summary>
    /// Takes what is in force into use, where it is something else than what assessments use. Settings, the risk
    /// register and weights change only while no day is open, so that a day has one set of lanes and one measure.
    /// </summary>
    /// <param name="diagnostics">Receives why what is in force cannot be used (TZ1812).</param>
    public void Renew(ICollection<Diagnostic> diagnostics)
    {
        var wanted = home.State.Contents.InForce.Where(pair => pair.Key.Kind is not (HomeState.CatalogueKind or ContentKey.Integrity)).ToDictionary();
        var used = home.State.Knowledge!.Entries.Where(entry => entry.Kind != HomeState.CatalogueKind).ToDictionary(entry => new ContentKey(entry.Kind, entry.Name), entry => entry.Digest);
        if (wanted.Count == used.Count && wanted.All(pair => used.GetValueOrDefault(pair.Key) == pair.Value))
        {
            return;
        }

        if (home.State.AnyDayOpen && wanted.Any(pair => pair.Key.Kind is "configuration" or "risks" or "model" && used.GetValueOrDefault(pair.Key) != pair.Value))
        {
            return;
        }

        var found = new List<Diagnostic>();
        var settings = home.State.ReadHome(wanted, found);
        if (found.Find(diagnostic => diagnostic.Rule.Severity == Severity.Error) is { } error)
        {
            diagnostics.Add(ActDiagnostics.UnusableContent.At(error.Where, error.ToString()));
            return;
        }

        var catalogue = HomeState.CatalogueText(new FactCatalogue(HomeState.KeysOf(settings, found)));
        var entries = wanted.Select(pair => new KnowledgeEntry(pair.Key.Kind, pair.Key.Name, pair.Value))
            .Append(new KnowledgeEntry(HomeState.CatalogueKind, "facts", new Hash(home.Contents.Put(catalogue)))).ToList();
        entries.Sort();
        home.Record(new KnowledgeSet(home.Now, "", entries));
    }

    private Diagnostic? Refuse(string person, string token, string? role)
    {
        if (home.State.Officers.GetValueOrDefault(person) is not { InForce: true } officer)
        {
            return Unknown(person);
        }

        using var credentials = Credentials.Open(home.Folder);
        Span<byte> chained = stackalloc byte[Hash.Size];
        officer.Credential.CopyTo(chained);
        return credentials.Check(person, token, chained)
            ?? (role is null || officer.Roles.Contains(role) ? null
                : ActDiagnostics.MissingRole.At(new Place(home.Folder, 0, 0, person), officer.Roles.Count == 0 ? "no role" : string.Join(", ", officer.Roles), role));
    }

    private Diagnostic Unknown(string person) => ActDiagnostics.UnknownPerson.At(new Place(home.Folder, 0, 0, person), person);
}
