using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.History;
using Tamiz.Ledger;
using Tamiz.Models;
using Tamiz.Selection;

namespace Tamiz.Flow;

/// <summary>
/// The way of declarations: gather in order, assess in parallel, select in order. The stages are functions over one declaration;
/// whoever drives them owns the threads.
/// </summary>
public sealed class Course
{
    private const string Format = "tamiz course 2";

    private readonly FactRows? _rows;
    private readonly byte[] _seed = [];
    private readonly string _definitions;
    private Gatherer _gatherer;
    private Selector _selector;

    /// <summary>A course with an empty history.</summary>
    /// <param name="home">What the administration has set.</param>
    /// <param name="keys">Keys of history.</param>
    /// <param name="model">Weights; null for the home's, or the experts' where it has none.</param>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="rows">Rows of facts that the caller gives back; null for new ones.</param>
    public Course(Home home, KeySet keys, AdditiveModel? model, ReadOnlySpan<byte> seed, FactRows? rows = null)
        : this(home, model ?? home.Weights, new HistoryStore(keys, home.History, BaseShare(home, model)), new Selector(home.Policy, home.Register), rows) =>
        _seed = seed.ToArray();

    private Course(Home home, AdditiveModel? model, HistoryStore history, Selector selector, FactRows? rows)
    {
        Home = home;
        Catalogue = new FactCatalogue(history.Keys);
        var area = home.Register.Find(model?.Area ?? home.Area)!;
        History = history;
        _rows = rows;
        _gatherer = new Gatherer(Catalogue, History, home.Knowledge, rows);
        Derivation = new FactDerivation(Catalogue, home.History, History.PriorRate);
        var indicators = Indicators.Of(Catalogue);
        Assessor = new Assessor(Catalogue, indicators, model ?? WeightFitting.Expert(indicators, area), home.Register);
        _selector = selector;
        _definitions = CourseDefinitions.HashOf(home, history.Keys, History.PriorRate);
    }

    /// <summary>What the administration has set.</summary>
    public Home Home { get; }

    /// <summary>The facts.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>Gives rows of facts back from what is stored of them. Pure, as Assess is.</summary>
    public FactDerivation Derivation { get; }

    /// <summary>The history behind it; another one after <see cref="Load"/>.</summary>
    public HistoryStore History { get; private set; }

    /// <summary>The weights in force. Assess is pure: any number of threads may call it.</summary>
    public Assessor Assessor { get; }

    /// <summary>Collects what is known, in the order of (instant, identity).</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="learn">Whether its findings may reach history.</param>
    public GatheredDeclaration Gather(Declaration declaration, bool learn) => _gatherer.Gather(declaration, learn);

    /// <summary>
    /// Collects what is known as of the instant at which the declaration entered the home, in the order of entry: for live work. Days are
    /// those of lodgement, checks are measured from the instant of entry, and findings that the declaration carries are ignored.
    /// </summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="asOf">When it entered.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public GatheredDeclaration Gather(Declaration declaration, Instant asOf) => _gatherer.Gather(declaration, asOf);

    /// <summary>Has the effect on history of <see cref="Gather(Declaration, Instant)"/>, and collects nothing.</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="asOf">When it entered.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public void Observe(Declaration declaration, Instant asOf) => _gatherer.Observe(declaration, asOf);

    /// <summary>
    /// Lets a finding on a declaration that was observed earlier reach history: once both instants have passed. Its keys are found in the
    /// declaration anew; the band of its price is read from what is known now. An earlier finding on the same item is unlearnt, and so is one on the
    /// whole declaration by another on the whole; where an item has a finding of its own, that counts.
    /// </summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="item">Sequence of the item; 0 for all of them.</param>
    /// <param name="nonCompliant">Whether there is an irregularity.</param>
    /// <param name="known">When the administration came to know it.</param>
    /// <param name="asOf">When it entered the home.</param>
    /// <returns>How many items it is about; 0 where the declaration has no such item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant of entry lies before the one already reached.</exception>
    public int Learn(Declaration declaration, int item, bool nonCompliant, Instant known, Instant asOf) =>
        _gatherer.Learn(declaration, item, new Finding(nonCompliant, known, ""), asOf);

    /// <summary>
    /// Takes back what <see cref="Learn"/> taught: from the next instant on all is as if it had never been learnt. What was gathered before stays as
    /// it was.
    /// </summary>
    /// <param name="identity">The declaration's identity, without the version.</param>
    /// <param name="item">Sequence of the item; 0 for a finding on the whole declaration.</param>
    /// <param name="asOf">When the home was told.</param>
    /// <returns>How many items had taught something.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public int Unlearn(string identity, int item, Instant asOf) => _gatherer.Unlearn(identity, item, asOf);

    /// <summary>The declaration's draw. Pure, as Assess is.</summary>
    public (double Lane, double Referral) Draw(Declaration declaration) => Draws.Of(_seed, declaration.Identity.Text);

    /// <summary>Gives it a lane, in the order of (instant, identity).</summary>
    /// <param name="assessed">With its risks.</param>
    /// <param name="draw">Its draw, made on any thread.</param>
    public LaneDecision Select(AssessedDeclaration assessed, (double Lane, double Referral) draw)
    {
        var declaration = assessed.Gathered.Declaration;
        return Select(CandidateOf(assessed, declaration.Identity.Text, declaration.Identity.Office, declaration.LodgedOn), draw);
    }

    /// <summary>Gives a candidate a lane, in the order of entry.</summary>
    /// <param name="candidate">Made of an assessment, fresh or stored.</param>
    /// <param name="draw">Its draw.</param>
    /// <exception cref="ArgumentException">A value is negative or not finite.</exception>
    public LaneDecision Select(in Candidate candidate, (double Lane, double Referral) draw) => _selector.Select(candidate, draw);

    /// <summary>What an assessment brings to selection.</summary>
    /// <param name="assessed">With its risks.</param>
    /// <param name="identity">The identity that it was drawn by.</param>
    /// <param name="office">The office whose capacity it uses.</param>
    /// <param name="day">The office's day.</param>
    public static Candidate CandidateOf(AssessedDeclaration assessed, string identity, string office, DateOnly day)
    {
        var values = new AreaValue[assessed.Areas.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new AreaValue(assessed.Areas[i].Area, assessed.Areas[i].Expected);
        }

        return new Candidate(identity, office, day, values, MandatoryIn(assessed.Gathered.Attached));
    }

    /// <summary>What a stored assessment brings to selection: the same as when it was made.</summary>
    /// <param name="made">As stored.</param>
    /// <param name="office">The office whose capacity it uses.</param>
    /// <param name="day">The office's day.</param>
    public static Candidate CandidateOf(AssessmentMade made, string office, DateOnly day)
    {
        var values = new AreaValue[made.Areas.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var area = made.Areas[i];
            values[i] = new AreaValue(area.Area, Elementary.Sigmoid(area.LogOdds) * area.AtStake);
        }

        return new Candidate(made.Identity, office, day, values, MandatoryIn(made.Attached));
    }

    /// <summary>The course under other settings: it goes on with this one's history, and with its selection where lanes and areas stay the same.</summary>
    /// <param name="home">What the administration has set from here on.</param>
    /// <param name="keys">Keys of history.</param>
    /// <param name="sameSettings">Whether lanes, areas and all that forgets stay the same, and only lists or reports change.</param>
    /// <returns>Null where history is to be kept under other keys, or is to forget otherwise: it has to be made anew.</returns>
    public Course? Under(Home home, KeySet keys, bool sameSettings) =>
        keys.Hash == History.Keys.Hash && home.History == Home.History && BaseShare(home, null) == History.PriorRate
            ? new Course(home, home.Weights, History, sameSettings ? _selector : new Selector(home.Policy, home.Register), null)
            : null;

    private static double BaseShare(Home home, AdditiveModel? model) => (double)home.Register.Find((model ?? home.Weights)?.Area ?? home.Area)!.BaseShare;

    /// <summary>
    /// Writes all of history and of selection, as of the instant reached, with the hash of what they are defined by. A cache: another version of
    /// the program may refuse it, and then it is made again.
    /// </summary>
    /// <param name="stream">Takes the state.</param>
    public void Save(Stream stream)
    {
        var writer = new StateWriter(stream);
        writer.Text(Format);
        writer.Text(_definitions);
        History.Save(writer);
        _selector.Save(writer);
        writer.End();
    }

    /// <summary>
    /// Takes up a state in the place of this one: from here on, all is bit for bit as if that course went on. Reads what <see cref="Save"/> wrote and
    /// no byte more.
    /// </summary>
    /// <param name="stream">Gives the state.</param>
    /// <returns>
    /// False where the state was changed or cut, or was made under other keys, settings, lanes, areas or currency; then this course is as it was.
    /// </returns>
    public bool Load(Stream stream)
    {
        var history = new HistoryStore(Catalogue.Keys, Home.History, History.PriorRate);
        var selector = new Selector(Home.Policy, Home.Register);
        try
        {
            var reader = new StateReader(stream);
            if (reader.Text() != Format || reader.Text() != _definitions)
            {
                return false;
            }

            history.Load(reader);
            selector.Load(reader);
            reader.End();
        }
        catch (InvalidDataException)
        {
            return false;
        }

        (History, _selector, _gatherer) = (history, selector, new Gatherer(Catalogue, history, Home.Knowledge, _rows));
        return true;
    }

    private static string? MandatoryIn(IReadOnlyList<AttachedEvidence> attached)
    {
        for (var i = 0; i < attached.Count; i++)
        {
            if (attached[i].Mandatory)
            {
                return attached[i].Code;
            }
        }

        return null;
    }
}
