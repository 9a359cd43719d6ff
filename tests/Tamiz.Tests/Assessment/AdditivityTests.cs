using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Evaluation;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.Formats.Lists;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Intelligence;
using Tamiz.Reference;
using Tamiz.Screening;
using Tamiz.Storage;
using Tamiz.Tests.Effectiveness;
using Xunit;

namespace Tamiz.Tests.Assessment;

/// <summary>Reasons add up to the risk that is shown, and taking one away moves it by what the reason stated.</summary>
public sealed class AdditivityTests
{
    private const string Area = "security-drugs";
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void On_customs_declarations_reasons_add_up_and_each_is_what_it_says()
    {
        using var evaluation = new SampleEvaluation(SampleEvaluation.ReadMapping("kcs.yaml"), "kcs/df_syn_valid_eng.csv");
        var plan = new EvaluationPlan([false]);
        var (model, _, _) = evaluation.Judge(plan);
        var checkedOnes = evaluation.Over(declarations =>
        {
            var course = evaluation.Course(model);
            return declarations.Select(lodged => course.Gather(lodged.Declaration, learn: true)).Skip(2000).Take(1000)
                .Count(gathered => Check(course.Assessor, gathered));
        });
        Assert.Equal(1000, checkedOnes);
    }

    [Fact]
    public void On_declarations_of_several_items_reasons_add_up()
    {
        var folder = Path.Combine(SampleEvaluation.Repository(), "samples", "demo");
        var diagnostics = new List<Diagnostic>();
        var home = HomeFolder.Read(folder, Instant.FromDate(new DateOnly(2026, 11, 24)), diagnostics);
        var mapping = Mapping.Read(File.ReadAllText(Path.Combine(folder, "mapping.yaml")), "mapping.yaml", diagnostics);
        using var input = InputSet.Open([Path.Combine(folder, "history.csv"), Path.Combine(folder, "march.csv")], mapping, home.TimeZone, false, 2, diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        var (several, attached) = input.Run((declarations, _, _) =>
        {
            var course = new Course(home, KeySet.Create(home.Keys, "", diagnostics), null, "tests"u8);
            var (several, attached) = (0, 0);
            foreach (var lodged in declarations)
            {
                var gathered = course.Gather(lodged.Declaration, learn: true);
                Assert.True(Check(course.Assessor, gathered));
                several += gathered.Items.Count > 1 ? 1 : 0;
                attached += gathered.Attached.Count > 0 ? 1 : 0;
            }

            return (several, attached);
        }, null, static _ => { });
        Assert.True(several > 100, "The sample should have declarations of several items.");
        Assert.True(attached > 0, "The sample should have list hits or reports that match.");
    }

    [Fact]
    public void Evidence_of_one_origin_counts_once()
    {
        var declaration = Lodged("Blue Sea Trading", "2402", "PY");
        Report[] reports = [Reported("R1", 'B', 2, "TIP-1"), Reported("R2", 'A', 1, "TIP-1"), Reported("R3", 'C', 3, "TIP-2")];
        var (assessor, gathered) = Gather(declaration, Knowledge([], reports));
        var risk = assessor.Assess(gathered).Areas.Single(area => area.Area == Area);
        var contributions = risk.Evidence.ToDictionary(evidence => evidence.Code, evidence => evidence.Contribution);
        Assert.Equal(3, contributions.Count);
        Assert.Equal(0, contributions["report.R1"]);
        Assert.Equal(new Grade('A', 1).Weight, contributions["report.R2"]);
        Assert.Equal(new Grade('C', 3).Weight, contributions["report.R3"]);
        Assert.Equal(risk.Base + contributions.Values.Sum(), risk.LogOdds, 1e-9);
    }

    [Fact]
    public void Taking_away_the_strongest_of_an_origin_leaves_the_next_strongest()
    {
        Report[] reports = [Reported("R1", 'B', 2, "TIP-1"), Reported("R2", 'A', 1, "TIP-1")];
        var (assessor, gathered) = Gather(Lodged("Blue Sea Trading", "2402", "PY"), Knowledge([], reports));
        var with = assessor.Assess(gathered).Areas.Single(area => area.Area == Area);
        var without = assessor.Assess(gathered.Without(-1, "report.R2")).Areas.Single(area => area.Area == Area);
        Assert.Equal(with.LogOdds - new Grade('A', 1).Weight + new Grade('B', 2).Weight, without.LogOdds, 1e-9);
    }

    [Fact]
    public void A_report_over_a_missing_field_is_not_evaluated_and_says_so()
    {
        var knowledge = Knowledge([], [Reported("R1", 'B', 2, "TIP-1")]);
        var missing = Gather(Lodged("Blue Sea Trading", "2402", null), knowledge).Gathered;
        Assert.Empty(missing.Attached);
        Assert.Equal(new Gap("report.notEvaluated", "R1", "item.origin"), Assert.Single(missing.Gaps));
        var other = Gather(Lodged("Blue Sea Trading", "2402", "US"), knowledge).Gathered;
        Assert.Empty(other.Attached);
        Assert.Empty(other.Gaps);
        Assert.Single(Gather(Lodged("Blue Sea Trading", "2402", "PY"), knowledge).Gathered.Attached);
    }

    [Fact]
    public void A_source_that_is_missing_stale_or_not_out_yet_is_said_on_each_assessment()
    {
        var knowledge = Knowledge([Edition("old", Day.AddDays(-31)), Edition("fresh", Day.AddDays(-30)), Edition("later", Day.AddDays(1))], []) with { MissingSources = ["lost"] };
        var gaps = Gather(Lodged("Nobody", "2402", "PY"), knowledge).Gathered.Gaps;
        Assert.Equal([("source.missing", "lost"), ("source.stale", "old"), ("source.later", "later")], gaps.Select(gap => (gap.Code, gap.Subject)));
    }

    [Fact]
    public void A_missing_fact_is_neutral_and_not_taken_for_nought()
    {
        var (assessor, gathered) = Gather(Lodged(null, null, null), Knowledge([], []));
        var facts = gathered.Items[0].Facts;
        Assert.True(double.IsNaN(facts[new FactCatalogue(KeySet.Create([], "", [])).SlotOf("item.hs6.items")]));
        Assert.DoesNotContain(assessor.Assess(gathered).Main.Evidence, evidence => evidence.Code.StartsWith("findings.item.hs", StringComparison.Ordinal));
    }

    /// <summary>Asserts that reasons add up, and for a declaration of one item that taking away the first moves the risk as stated.</summary>
    private static bool Check(Assessor assessor, GatheredDeclaration gathered)
    {
        var assessed = assessor.Assess(gathered);
        foreach (var area in assessed.Areas)
        {
            Assert.Equal(area.LogOdds, area.Evidence.Aggregate(area.Base, (sum, evidence) => sum + evidence.Contribution));
            Assert.Equal(Math.Log(area.Risk / (1 - area.Risk)), area.Base + area.Evidence.Sum(evidence => evidence.Contribution), 1e-9);
        }

        var main = assessed.Areas[0];
        if (gathered.Items.Count > 1 || main.Evidence.IsEmpty)
        {
            return true;
        }

        var first = main.Evidence[0];
        var without = assessor.Assess(first.Slot >= 0 ? gathered.Without(first.Slot) : gathered.Without(-1, first.Code)).Areas[0];
        var sameFact = main.Evidence.Where(evidence => first.Slot >= 0 ? evidence.Slot == first.Slot : evidence.Code == first.Code).ToList();
        Assert.Single(sameFact);
        Assert.Equal(main.LogOdds - first.Contribution, without.LogOdds, 1e-9);
        return true;
    }

    private static (Assessor Assessor, GatheredDeclaration Gathered) Gather(Declaration declaration, Knowledge knowledge)
    {
        var catalogue = new FactCatalogue(KeySet.Create([], "", []));
        var register = HomeFolder.Read(null, Instant.Latest, []).Register;
        var indicators = Indicators.Of(catalogue);
        var assessor = new Assessor(catalogue, indicators, WeightFitting.Expert(indicators, register.Find("revenue")!), register);
        return (assessor, new Gatherer(catalogue, new HistoryStore(catalogue.Keys, new HistorySettings(), 0.05), knowledge).Gather(declaration, learn: true));
    }

    private static Knowledge Knowledge(ListSnapshot[] lists, Report[] reports) => new()
    {
        Reference = ReferenceData.Embedded(),
        Rates = new ExchangeRates("USD", null),
        Names = new NameIndex(lists),
        Reports = new ReportIndex(reports),
        ReceivedAt = Instant.Latest,
    };

    private static ListSnapshot Edition(string id, DateOnly asOf) => new(id, "Tests", asOf, new string('0', 64), []) { Area = Area };

    private static Report Reported(string id, char source, int credibility, string origin) => new(id, new Grade(source, credibility), Area, origin)
    {
        Received = Day,
        ValidFrom = Day,
        ValidTo = Day,
        When = [new ReportCondition(Field.Find("item.hs")!, ["2402"]), new ReportCondition(Field.Find("item.origin")!, ["PY"])],
    };

    private static Declaration Lodged(string? importer, string? hs, string? origin) => new()
    {
        Identity = new Identity("O", 2026, "1"),
        LodgedAt = Instant.FromDate(Day),
        LodgedOn = Day,
        Importer = new Party(null, importer),
        Items = [new Item { Hs = hs, Origin = origin }],
    };
}
