using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.History;
using Tamiz.Models;
using Tamiz.Selection;

namespace Tamiz.Flow;

/// <summary>
/// The way of declarations: gather in order, assess in parallel, select in order. The stages are functions over one declaration;
/// whoever drives them owns the threads.
/// </summary>
public sealed class Course
{
    private readonly Gatherer _gatherer;
    private readonly Selector _selector;
    private readonly byte[] _seed;

    /// <summary>A course with an empty history.</summary>
    /// <param name="home">What the administration has set.</param>
    /// <param name="keys">Keys of history.</param>
    /// <param name="model">Weights; null for the experts'.</param>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="rows">Rows of facts that the caller gives back; null for new ones.</param>
    public Course(Home home, KeySet keys, AdditiveModel? model, ReadOnlySpan<byte> seed, FactRows? rows = null)
    {
        Home = home;
        Catalogue = new FactCatalogue(keys);
        var area = home.Register.Find(model?.Area ?? home.Area)!;
        History = new HistoryStore(keys, home.History, (double)area.BaseShare);
        _gatherer = new Gatherer(Catalogue, History, home.Knowledge, rows);
        var indicators = Indicators.Of(Catalogue);
        Assessor = new Assessor(Catalogue, indicators, model ?? WeightFitting.Expert(indicators, area), home.Register);
        _selector = new Selector(home.Policy, home.Register);
        _seed = seed.ToArray();
    }

    /// <summary>What the administration has set.</summary>
    public Home Home { get; }

    /// <summary>The facts.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>The history behind it.</summary>
    public HistoryStore History { get; }

    /// <summary>The weights in force. Assess is pure: any number of threads may call it.</summary>
    public Assessor Assessor { get; }

    /// <summary>Collects what is known, in the order of (instant, identity).</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="learn">Whether its findings may reach history.</param>
    public GatheredDeclaration Gather(Declaration declaration, bool learn) => _gatherer.Gather(declaration, learn);

    /// <summary>The declaration's draw. Pure, as Assess is.</summary>
    public (double Lane, double Referral) Draw(Declaration declaration) => Draws.Of(_seed, declaration.Identity.Text);

    /// <summary>Gives it a lane, in the order of (instant, identity).</summary>
    /// <param name="assessed">With its risks.</param>
    /// <param name="draw">Its draw, made on any thread.</param>
    public LaneDecision Select(AssessedDeclaration assessed, (double Lane, double Referral) draw)
    {
        var declaration = assessed.Gathered.Declaration;
        var values = new AreaValue[assessed.Areas.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new AreaValue(assessed.Areas[i].Area, assessed.Areas[i].Expected);
        }

        string? mandatory = null;
        foreach (var evidence in assessed.Gathered.Attached)
        {
            mandatory ??= evidence.Mandatory ? evidence.Code : null;
        }

        return _selector.Select(new Candidate(declaration.Identity.Text, declaration.Identity.Office, declaration.LodgedOn, values, mandatory), draw);
    }
}
