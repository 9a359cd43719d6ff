using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Ledger;
using Tamiz.Storage;

namespace Tamiz.Trials;

/// <summary>
/// Decisions as a home makes them, with two or three items each: declaration, assessment with the facts that a home stores, draw and lane.
/// A few thousand are decided for real; the rest repeats them under other numbers.
/// </summary>
public sealed class DecisionPool
{
    private const int Skipped = 5_000;

    private readonly List<(DecidedDeclaration Decided, double[][] Facts)> _decisions = [];

    /// <summary>Decides over the demo's declarations.</summary>
    public DecisionPool()
    {
        var demo = Path.Combine("samples", "demo");
        var (path, map) = (Path.Combine(demo, "history.csv"), Path.Combine(demo, "mapping.yaml"));
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(map), map, diagnostics);
        var home = HomeFolder.Read(demo, Instant.FromDate(new DateOnly(9000, 1, 1)), diagnostics);
        using var input = InputSet.Open([path], mapping, home.TimeZone, withGoods: false, 1, diagnostics);
        var course = new Course(home, KeySet.Create(mapping.Keys, "", diagnostics), null, [1]);
        FactCount = course.Catalogue.Stored.Count;
        var items = new List<GatheredItem>();
        foreach (var decided in input.Run((declarations, _, _) => Decide(course, declarations).ToList(), null, static _ => { }).Skip(Skipped))
        {
            items.AddRange(decided.Assessed.Gathered.Items);
            if (items.Count >= 2 + (_decisions.Count % 2))
            {
                _decisions.Add((Joined(decided, items), [.. items.Select(item => course.Catalogue.Keep(item.Facts))]));
                items.Clear();
            }
        }
    }

    /// <summary>Stored facts of an item.</summary>
    public int FactCount { get; }

    /// <summary>The four records of a decision.</summary>
    /// <param name="at">When it is made.</param>
    /// <param name="number">Which one; also its registration number.</param>
    /// <param name="scratch">See <see cref="RecordGroup.Of"/>.</param>
    public RecordGroup Group(Instant at, int number, RecordWriter scratch)
    {
        var (decided, facts) = _decisions[number % _decisions.Count];
        var lodged = decided.Assessed.Gathered.Declaration;
        var declaration = lodged with { Identity = new Identity(lodged.Identity.Office, 2026, number.ToString("D7", CultureInfo.InvariantCulture)) };
        var identity = DeclarationEntered.IdentityOf(declaration.Identity);
        var entered = new DeclarationEntered(at, "", true, declaration, DeclarationParties.Of(declaration, Refer));
        var assessed = new AssessmentMade(at, "", identity, 1, facts, decided.Assessed.Gathered.Attached, decided.Assessed.Gathered.Gaps,
            [.. decided.Assessed.Areas.Select(area => new WeighedArea(area.Area, area.Base, area.LogOdds, area.AtStake))]);
        var drawn = new DrawMade(at, "", identity, declaration.Identity.Office, declaration.LodgedOn, Draw.Of([1], identity));
        return RecordGroup.Of(scratch, entered, assessed, drawn, LaneGiven.Of(at, "", identity, 1, decided.Decision));
    }

    private static IEnumerable<DecidedDeclaration> Decide(Course course, IEnumerable<LodgedDeclaration> declarations) => declarations.Select(lodged =>
    {
        var gathered = course.Gather(lodged.Declaration, learn: true);
        var assessed = course.Assessor.Assess(gathered);
        return new DecidedDeclaration(assessed, course.Select(assessed, course.Draw(lodged.Declaration)), lodged);
    });

    private static DecidedDeclaration Joined(DecidedDeclaration last, List<GatheredItem> items)
    {
        var declaration = last.Assessed.Gathered.Declaration with { Items = [.. items.Select((item, i) => item.Item with { Sequence = i + 1 })] };
        return last with { Assessed = last.Assessed with { Gathered = last.Assessed.Gathered with { Declaration = declaration } } };
    }

    private static PartyRef Refer(Party party) => new(
        party.Id is null ? null : PseudonymOf(party.Id), party.Name is null ? null : PseudonymOf(party.Name));

    private static Pseudonym PseudonymOf(string text) => new(LedgerId.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text))).Value);
}
