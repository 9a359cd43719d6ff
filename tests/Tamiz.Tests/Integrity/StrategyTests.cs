using CsCheck;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Reading;
using Tamiz.Integrity.Risks;
using Tamiz.Integrity.Strategies;
using Xunit;

namespace Tamiz.Tests.Integrity;

public class StrategyTests
{
    [Fact]
    public void Actions_that_wait_only_for_earlier_ones_make_no_circle_and_one_way_back_makes_one() =>
        Gen.Int[2, 9].SelectMany(count => Gen.Select(Gen.Const(count), Gen.Bool.Array[count * count], Gen.Int[0, count - 1], Gen.Int[0, count - 1])).Sample((count, edges, one, other) =>
        {
            var actions = Enumerable.Range(0, count).Select(index => Action(index, [.. Enumerable.Range(0, index).Where(before => before == index - 1 || edges[(index * count) + before]).Select(Id)])).ToList();
            Assert.Empty(Dependencies.Circles(actions));
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            actions[low] = actions[low] with { After = [.. actions[low].After, Id(high)] };
            var circles = Dependencies.Circles(actions);
            Assert.NotEmpty(circles);
            foreach (var circle in circles)
            {
                Assert.All(circle.Zip(circle.Skip(1).Append(circle[0])), step => Assert.Contains(step.Second, actions.Single(action => action.Id == step.First).After));
                Assert.Equal(circle.Count, circle.Distinct().Count());
            }
        });

    [Fact]
    public void An_action_is_late_only_while_it_is_open_and_names_what_it_waits_for()
    {
        var sample = new StrategySample();
        var progress = sample.Progress(sample.Strategy());
        var late = progress.Late.ToList();
        Assert.Equal(["a11", "a03", "a19"], late.Select(action => action.Action.Id));
        Assert.Equal(new DateOnly(2026, 5, 4).DayNumber - new DateOnly(2026, 1, 31).DayNumber, late[0].DaysLate);
        Assert.Equal(["a03"], progress.Actions.Single(action => action.Action.Id == "a04").BlockedBy);
        Assert.Equal(0, progress.Actions.Single(action => action.Action.Id == "a13").DaysLate);
        Assert.Equal(205500, progress.Actions.Sum(action => action.Spent));
    }

    [Fact]
    public void Progress_at_a_day_knows_nothing_of_later_days()
    {
        var sample = new StrategySample();
        var strategy = sample.Strategy();
        var all = ProgressReader.Read(sample.Text("progress.yaml"), "progress.yaml", strategy, StrategySample.Today, []);
        foreach (var update in all.Updates)
        {
            var cut = new Progress([.. all.Updates.Where(one => one.Date <= update.Date)]);
            Assert.Equal(all.At(update.Date, strategy).Select(Say), cut.At(update.Date, strategy).Select(Say));
        }

        static string Say(ActionStatus status) => $"{status.Action.Id} {status.Status} {status.Spent} {status.DaysLate} {string.Join(' ', status.BlockedBy)}";
    }

    [Fact]
    public void A_version_does_not_differ_from_itself_and_each_change_is_named()
    {
        var now = new StrategySample().Strategy();
        Assert.Empty(StrategyComparison.Of(now, now, Language.Es));
        var then = now with
        {
            Version = "0.9",
            Actions = [now.Actions[0] with { Budget = 5, Due = now.Actions[0].Due.AddDays(-3) }, .. now.Actions.Skip(2), Action(0, [])],
            Indicators = [.. now.Indicators.Select((one, index) => index == 3 ? one with { Target = null } : one)],
        };
        var changes = StrategyComparison.Of(then, now, Language.En).Select(change => $"{change.Kind} {change.Id} {change.What} {change.Field}: {change.Before} → {change.After}");
        Assert.Equal(
        [
            "strategy  changed version: 0.9 → 1.0",
            "action a01 changed due: 2025-12-28 → 2025-12-31",
            "action a01 changed budget: 5 → 0",
            "action a02 added :  → Give the integrity unit a budget of its own",
            "action t0 removed : t0 → ",
            "indicator i4 changed target:  → 1 (2026-12-31)",
        ], changes);
    }

    // The difference of 56/70 and 48/80 with Wilson's intervals: the example of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
    [Fact]
    public void The_interval_of_a_change_is_that_of_the_published_example()
    {
        var before = Value("2025-01-01", 0.6, 0.4904, 0.7003);
        var after = Value("2026-01-01", 0.8, 0.6916, 0.8773);
        var (low, high) = Effect.Difference(before, after);
        Assert.Equal(0.0524, low, 3);
        Assert.Equal(0.3339, high, 3);
    }

    [Theory]
    [InlineData(true, 10, 12, 1, "better")]
    [InlineData(false, 10, 12, 1, "worse")]
    [InlineData(true, 10, 12, 2, "uncertain")]
    [InlineData(false, 12, 10, 1, "better")]
    public void A_change_within_its_interval_is_not_called_one(bool higherIsBetter, double first, double last, double half, string verdict)
    {
        var strategy = new StrategySample().Strategy();
        var indicator = strategy.Indicators[8] with { HigherIsBetter = higherIsBetter, Baseline = null };
        var values = new[] { (first, "2025-05-01"), (last, "2026-05-01") }.Select(one => Value(one.Item2, one.Item1, one.Item1 - half, one.Item1 + half) with { Indicator = indicator.Id });
        var effect = Effect.Of(strategy with { Indicators = [indicator] }, [.. values], StrategySample.Today).Single();
        Assert.Equal(verdict, effect.Verdict);
        Assert.Equal(last - first, effect.Change!.Value, 12);
    }

    [Fact]
    public void An_agenda_is_a_half_day_without_gaps_whatever_is_voted_on() =>
        Gen.Select(Gen.Int[1, Workshop.Sessions], Gen.Int[0, 60], Gen.Int[0, 19]).Sample((number, proposals, hour) =>
        {
            var agenda = Agenda.Of(number, new TimeOnly(hour, 30), proposals);
            Assert.Equal(240, agenda.Sum(point => point.Minutes));
            Assert.All(agenda.Zip(agenda.Skip(1)), pair => Assert.Equal(pair.First.Begin.AddMinutes(pair.First.Minutes), pair.Second.Begin));
            Assert.All(agenda, point => Assert.True(point.Minutes >= 5 && point.Minutes % 5 == 0));
            Assert.Single(agenda, point => point.Code == "break");
        });

    [Fact]
    public void The_levels_of_a_question_are_told_apart_and_the_agreed_one_counts()
    {
        var question = QuestionSet.Standard.Questions[0];
        Answer Answered(int? agreed, params int[] levels) =>
            new(question.Id, [.. levels.Select((level, index) => ($"a{index}", level))], [], agreed, LocalText.None, [], new Place("x"));
        var open = QuestionResult.Of(question, Answered(null, 0, 1, 3, 4));
        Assert.Equal((0, 4, 2.0, 4, true), (open.Lowest, open.Highest, open.Level, open.Spread, open.IsToDiscuss));
        Assert.Equal(3, QuestionResult.Of(question, Answered(3, 0, 1, 3, 4)).Level);
        Assert.Null(QuestionResult.Of(question, null).Level);
        Assert.False(QuestionResult.Of(question, Answered(null, 2, 3, 3)).IsToDiscuss);
    }

    [Fact]
    public void A_file_of_evidence_is_found_changed_or_missing()
    {
        var evidence = new StrategySample().Round("2026-1").Round.Answers.SelectMany(answer => answer.Evidence).ToList();
        Assert.Equal([EvidenceState.Unchanged, EvidenceState.Elsewhere, EvidenceState.Elsewhere, EvidenceState.Present], evidence.Select(one => one.StateOf(StrategySample.DigestOf)));
        Assert.Equal(EvidenceState.Changed, evidence[0].StateOf(_ => new string('0', 64)));
        Assert.Equal(["TZ2961", "TZ2961"], Evidence.Check(evidence, _ => null).Select(diagnostic => diagnostic.Code));
        Assert.Equal("TZ2962", Evidence.Check(evidence, _ => new string('0', 64)).Single().Code);
    }

    [Fact]
    public void A_map_begun_from_the_catalogue_reads_without_an_error_and_reduces_nothing_by_itself()
    {
        var day = new DateOnly(2026, 5, 4);
        var diagnostics = new List<Diagnostic>();
        var map = RiskMapReader.Read(RiskCatalogue.Standard.Begin(day), "risks.yaml", RiskLinks.None(day), diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule == ReadingDiagnostics.MissingLanguage);
        Assert.Equal(12, map.Processes.Count);
        Assert.Equal(36, map.Risks.Count);
        Assert.All(map.Risks, risk => Assert.Equal(risk.Inherent, risk.Residual));
        Assert.All(map.Risks, risk => Assert.NotEmpty(risk.Controls));
        Assert.Equal(map.Risks.Count, map.Grid(residual: true).Cast<IReadOnlyList<string>>().Sum(cell => cell.Count));
    }

    [Fact]
    public void The_standard_questions_are_three_for_each_factor_with_five_levels_in_four_languages()
    {
        var diagnostics = new List<Diagnostic>();
        _ = QuestionSet.Read(EmbeddedText.Of("assessment.yaml"), "assessment.yaml", diagnostics);
        Assert.Empty(diagnostics);
        Assert.All(QuestionSet.Standard.Questions.GroupBy(question => question.Factor), factor => Assert.Equal(3, factor.Count()));
        Assert.Equal(30, QuestionSet.Standard.Questions.Count);
    }

    [Fact]
    public void Work_that_is_spread_evenly_has_no_spread_and_all_of_it_on_one_has_the_most() =>
        Gen.Int[1, 20].Select(Gen.Int[1, 1000]).Sample((people, work) =>
        {
            Assert.Equal(0, PlatformCounts.Spread(Enumerable.Repeat((long)work, people)), 12);
            Assert.Equal((people - 1.0) / people, PlatformCounts.Spread([work, .. Enumerable.Repeat(0L, people - 1)]), 12);
        });

    [Fact]
    public void Evidence_of_the_platform_is_read_as_it_was_written()
    {
        var rows = new StrategySample().Platform();
        var diagnostics = new List<Diagnostic>();
        var again = PlatformEvidence.Read(System.Text.Encoding.UTF8.GetBytes(PlatformEvidence.Write(rows)), "platform.csv", diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(rows.OrderBy(row => row.Indicator.Id, StringComparer.Ordinal).ThenBy(row => row.Date), again.OrderBy(row => row.Indicator.Id, StringComparer.Ordinal).ThenBy(row => row.Date));
        Assert.Equal(PlatformIndicator.All.Count, rows.Count(row => row.Date == rows.Max(one => one.Date)));
    }

    private static IndicatorValue Value(string date, double value, double low, double high) => new("i", DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), value, (low, high), "");

    private static string Id(int index) => $"t{index}";

    private static StrategyAction Action(int index, string[] after) =>
        new(Id(index), "o1", LocalText.Of(Id(index)), LocalText.None, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), 0, after);
}
