using System.Text;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.History;
using Tamiz.Ledger;
using Tamiz.Selection;

namespace Tamiz.Storage.Homes;

/// <summary>
/// What a home knows and remembers, made from its ledger record by record. Live work goes through the same steps, so that what it
/// leaves behind is what reading the ledger again makes.
/// </summary>
public sealed partial class HomeState
{
    private readonly ContentStoreReader _contents;
    private readonly Func<PartyRef, Party?> _name;
    private readonly Func<long, long, IEnumerable<LedgerRecord>> _read;
    private readonly Dictionary<string, Officer> _officers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OfficeBook> _books = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Identity, int Item), (bool NonCompliant, decimal? Recovered)> _findings = [];
    private readonly Dictionary<string, Draw> _amended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LaneGiven> _raised = new(StringComparer.Ordinal);
    private readonly RecordWriter _scratch = new();
    private (DeclarationEntered Entered, long Sequence)? _entered;
    private AssessmentMade? _assessment;
    private DrawMade? _draw;

    /// <summary>A home before its first record.</summary>
    /// <param name="contents">Gives a content by its digest.</param>
    /// <param name="name">Who stands behind pseudonyms.</param>
    /// <param name="read">Reads so many records from a sequence on.</param>
    public HomeState(ContentStoreReader contents, Func<PartyRef, Party?> name, Func<long, long, IEnumerable<LedgerRecord>> read) =>
        (_contents, _name, _read) = (contents, name, read);

    /// <summary>Contents in force and proposed.</summary>
    public ContentsInForce Contents { get; } = new();

    /// <summary>Who works here, by id.</summary>
    public IReadOnlyDictionary<string, Officer> Officers => _officers;

    /// <summary>The days of offices, by office.</summary>
    public IReadOnlyDictionary<string, OfficeBook> Books => _books;

    /// <summary>Declarations that the home has.</summary>
    public KnownDeclarations Known { get; } = new();

    /// <summary>What assessments use; null before the first.</summary>
    public KnowledgeSet? Knowledge { get; private set; }

    /// <summary>The course of declarations under that knowledge; null before the first.</summary>
    public Course? Course { get; private set; }

    /// <summary>Why the weights of that knowledge cannot be used, as after an update of the program; null where they can, or where there are none.</summary>
    public Diagnostic? UnusableWeights { get; private set; }

    /// <summary>Whether the ledger's instants are those of a simulation.</summary>
    public bool IsSimulated { get; private set; }

    /// <summary>Called with each decision that was read, and the lane that selection gives on recomputing; null for nobody.</summary>
    public Action<StoredDecision, LaneDecision, long>? OnDecision { get; init; }

    /// <summary>Makes what is known about a declaration anew; null to let history see it only.</summary>
    public Action<DeclarationEntered, GatheredDeclaration, long>? OnGathered { get; init; }

    /// <summary>Takes the next record.</summary>
    public void Apply(in LedgerEntry entry) => Apply(entry.Read(), entry.Sequence, entry.Batch);

    /// <summary>Takes the next record, whose instant, sequence and batch are known.</summary>
    public void Apply(LedgerRecord record, long sequence, long batch)
    {
        switch (record)
        {
            case LedgerFounded founded: IsSimulated = founded.Simulated; break;
            case PersonChanged person: _officers[person.Person] = new Officer(person.Person, person.InForce, person.Roles, person.Credential); break;
            case ContentProposed content: Contents.Apply(content, batch == 0); break;
            case ContentApproved approval: Contents.Apply(approval); break;
            case KnowledgeSet knowledge: Set(knowledge, sequence); break;
            case SeedCommitted seed: Book(seed.Office).Apply(seed, batch); break;
            case DayOpened day: Book(day.Office).Apply(day); break;
            case DayClosed day: Book(day.Office).Close(batch); break;
            case DeclarationEntered entered: Enter(entered, sequence); break;
            case AssessmentMade assessment: _assessment = assessment; break;
            case DrawMade draw: _draw = draw; break;
            case LaneGiven lane: Replay(lane); break;
            case LaneOverridden lane: OfficeOf(lane.Identity)?.Note(lane.Identity, lane.To, drawn: false); break;
            case FindingEntered finding: Find(finding); break;
            default: break; // Records that nothing here remembers: imports, sign-ins, reads, checkpoints, repairs.
        }
    }

    /// <summary>The days of an office; made where there are none.</summary>
    public OfficeBook Book(string office)
    {
        if (!_books.TryGetValue(office, out var book))
        {
            _books.Add(office, book = new OfficeBook());
        }

        return book;
    }

    /// <summary>Whether any office has a day open.</summary>
    public bool AnyDayOpen => _books.Values.Any(book => book.Open is not null);

    /// <summary>
    /// Whether a finding says something that the home does not know of that item. Of a version that a later one has followed, only the first
    /// finding on an item does.
    /// </summary>
    public bool IsNews(DeclarationEntered entered, int item, Finding finding) =>
        !_findings.TryGetValue((entered.Identity, item), out var known)
        || (known != (finding.NonCompliant, finding.Recovered) && Known.Find(entered.Identity)?.Version == entered.Declaration.Identity.Version);

    /// <summary>Reads the settings that some contents make.</summary>
    /// <param name="contents">Digests by content.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public Home ReadHome(IEnumerable<KeyValuePair<ContentKey, Hash>> contents, ICollection<Diagnostic> diagnostics)
    {
        var files = contents.Where(pair => pair.Key.Kind != CatalogueKind).ToDictionary(pair => pair.Key.Name, pair => pair.Value, StringComparer.Ordinal);
        var reports = contents.Where(pair => pair.Key.Kind == "reports").Select(pair => pair.Key.Name).Order(StringComparer.Ordinal).ToArray();
        return HomeFiles.Read(path => files.TryGetValue(path, out var digest) ? _contents(digest) : null, reports, diagnostics).Home;
    }

    /// <summary>The kind of the content that lists the stored facts.</summary>
    public const string CatalogueKind = "catalogue";

    /// <summary>The content that lists the stored facts of a catalogue, one id a line.</summary>
    public static byte[] CatalogueText(Facts.FactCatalogue catalogue) =>
        Encoding.UTF8.GetBytes(string.Concat(catalogue.Stored.Select(fact => fact.Id + "\n")));

    /// <summary>The keys of history that settings name.</summary>
    public static KeySet KeysOf(Home home, ICollection<Diagnostic> diagnostics) => KeySet.Create(home.Keys, "tamiz.yaml", diagnostics);

    /// <summary>Takes note of a declaration that has just been appended, which history has seen already.</summary>
    public void Note(DeclarationEntered entered, ulong content, long sequence)
    {
        Known.Add(entered, content, sequence);
        if (entered.Live)
        {
            Book(entered.Declaration.Identity.Office).Numbers.Add(entered.Declaration.Identity.Year, entered.Declaration.Identity.Number);
        }
    }

    /// <summary>Takes note of a lane that has just been given.</summary>
    /// <param name="office">The declaration's office.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="drawn">Whether it was drawn for it; false for an amendment.</param>
    public void Note(string office, LaneGiven lane, bool drawn)
    {
        Book(office).Note(lane.Identity, lane.Lane, drawn);
        if (!drawn)
        {
            _raised[lane.Identity] = lane;
        }
    }

    /// <summary>Takes note of a finding, and lets history learn it; one that is overturned is unlearnt.</summary>
    public void Find(FindingEntered finding, Declaration declaration)
    {
        _findings[(finding.Identity, finding.Item)] = (finding.NonCompliant, finding.Recovered);
        Teach(finding, declaration);
    }

    /// <summary>Begins an amendment: the first draw and the latest lane of the declaration, which count on; null where it has none.</summary>
    /// <param name="identity">Its identity, without the version.</param>
    public (Draw Draw, LaneGiven Lane)? Amend(string identity)
    {
        if (!_raised.ContainsKey(identity) && Known.Find(identity) is { Live: true } known)
        {
            // A declaration stands in one group with its assessment, draw and lane.
            var group = _read(known.Sequence, 4).ToList();
            if (group.OfType<DrawMade>().FirstOrDefault() is { } draw && group.OfType<LaneGiven>().FirstOrDefault() is { } lane)
            {
                (_amended[identity], _raised[identity]) = (draw.Drawn, lane);
            }
        }

        return _raised.TryGetValue(identity, out var latest) ? (_amended[identity], latest) : null;
    }

    /// <summary>The declaration that a record enters, with the names that are still known.</summary>
    public Declaration Named(DeclarationEntered entered) => entered.Named(_name);

    private void Set(KnowledgeSet knowledge, long sequence)
    {
        var diagnostics = new List<Diagnostic>();
        var home = ReadHome(knowledge.Entries.Select(entry => KeyValuePair.Create(new ContentKey(entry.Kind, entry.Name), entry.Digest)), diagnostics);
        UnusableWeights = diagnostics.Find(diagnostic => diagnostic.Where.File == WeightsFile.Path && diagnostic.Rule.Severity == Severity.Error);
        var same = Knowledge is { } before && Settings(before).SequenceEqual(Settings(knowledge));
        var course = Course?.Under(home, KeysOf(home, diagnostics), same);
        Course = course ?? new Course(home, KeysOf(home, diagnostics), null, []);
        if (course is null && Knowledge is not null)
        {
            Remember(sequence);
        }

        Knowledge = knowledge;
    }

    private static IEnumerable<KnowledgeEntry> Settings(KnowledgeSet knowledge) => knowledge.Entries.Where(entry => entry.Kind is "configuration" or "risks");

    // Other keys of history: everything so far is seen again under them.
    private void Remember(long before)
    {
        var declarations = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        foreach (var record in _read(0, before))
        {
            if (record is DeclarationEntered entered)
            {
                declarations[entered.Identity] = Named(entered);
                Course!.Observe(declarations[entered.Identity], entered.At);
            }
            else if (record is FindingEntered finding && declarations.TryGetValue(finding.Identity, out var declaration))
            {
                Teach(finding, declaration);
            }
        }
    }

    // What was overturned no longer counts; what was found instead, if anything, is a finding of its own.
    private void Teach(FindingEntered finding, Declaration declaration)
    {
        if (finding.Status == FindingStatus.Overturned)
        {
            Course?.Unlearn(finding.Identity, finding.Item, finding.At);
        }
        else
        {
            Course?.Learn(declaration, finding.Item, finding.NonCompliant, finding.Known, finding.At);
        }
    }

    private void Enter(DeclarationEntered entered, long sequence)
    {
        if (entered.Live)
        {
            Amend(entered.Identity);
        }

        (_entered, _assessment, _draw) = ((entered, sequence), null, null);
        Note(entered, KnownDeclarations.ContentOf(entered, _scratch), sequence);
        var declaration = Named(entered);
        if (OnGathered is { } gathered && entered.Live)
        {
            gathered(entered, Course!.Gather(declaration, entered.At), sequence);
        }
        else
        {
            Course?.Observe(declaration, entered.At);
        }
    }

    private void Replay(LaneGiven lane)
    {
        if (_entered is not var (entered, sequence) || _assessment is not { } assessment || Course is not { } course || entered.Identity != lane.Identity)
        {
            return;
        }

        var drawn = _draw is { } made && made.Identity == lane.Identity;
        var office = entered.Declaration.Identity.Office;
        var draw = drawn ? _draw!.Drawn : _amended.GetValueOrDefault(lane.Identity);
        var day = drawn ? _draw!.Day : Book(office).Last ?? entered.Declaration.LodgedOn;
        var decision = course.Select(Flow.Course.CandidateOf(assessment, office, day), (draw.Lane, draw.Referral));
        if (!drawn && _raised.GetValueOrDefault(lane.Identity) is { } before)
        {
            decision = Selecting.Raised(decision, before, Selecting.OrderOf(course.Home.Policy, office));
        }

        OnDecision?.Invoke(new StoredDecision(entered, assessment, draw, lane), decision, sequence);
        Note(office, lane, drawn);
    }

    private void Find(FindingEntered finding)
    {
        var entered = _entered is var (latest, _) && latest.Identity == finding.Identity ? latest
            : Known.Find(finding.Identity) is { } known ? _read(known.Sequence, 1).OfType<DeclarationEntered>().FirstOrDefault() : null;
        if (entered is not null)
        {
            Find(finding, Named(entered));
        }
    }

    private OfficeBook? OfficeOf(string identity) => _books.Values.FirstOrDefault(book => book.Has(identity));
}
