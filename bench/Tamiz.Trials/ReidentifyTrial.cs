using System.Globalization;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Disclosure;

namespace Tamiz.Trials;

/// <summary>Published surveys against an attacker; and the same attacker where protection is off.</summary>
public sealed class ReidentifyTrial : Trial
{
    private const int Minimum = 5;
    private const int AlikeLimit = 20;

    /// <inheritdoc/>
    public override string Name => "reidentify";

    /// <inheritdoc/>
    public override string Purpose => "SIZE invented surveys, two releases each: an attacker who knows all but the answers finds nobody";

    /// <inheritdoc/>
    public override long FullSize => 2000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        var tally = new Tally();
        for (var seed = 1; seed <= size; seed++)
        {
            Try(seed, tally);
            if (seed % 100 == 0)
            {
                say($"{seed} surveys: {tally.Published} cells published");
            }
        }

        var report = string.Create(CultureInfo.InvariantCulture, $"""
            # Finding persons in published surveys

            Command: `./tamiz trial reidentify {size}`. {size} invented surveys of 8 to 160 respondents, four strata (units within regions, rare grades,
            roles that follow from grades), two factors; each released twice, with respondents added in between. The attacker has all published sums,
            exact and not rounded, and knows everybody's strata and who answered. He tries small groups, groups that answer alike, differences of
            published groups, and linear algebra over all sums of both releases (single persons, and two together).

            | published | cells of factors | tables (two a survey) in which he finds somebody | persons found |
            |---|---|---|---|
            | as Tamiz publishes, first release | {tally.First} | {tally.FoundFirst} | {tally.PersonsFirst} |
            | as Tamiz publishes, both releases | {tally.Published} | {tally.FoundBoth} | {tally.PersonsBoth} |
            | cells of {Minimum} or more, nothing else withheld | {tally.Threshold} | {tally.FoundThreshold} | {tally.PersonsThreshold} |
            | everything | {tally.Everything} | {tally.FoundOpen} | {tally.PersonsOpen} |

            """);
        say(report);
        return tally.FoundFirst + tally.FoundBoth > 0 ? throw new InvalidOperationException("the attacker found somebody in what is published\n" + report)
            : tally.FoundThreshold == 0 || tally.FoundOpen == 0 ? throw new InvalidOperationException("the attacker finds nobody even where protection is off\n" + report)
            : report;
    }

    private static void Try(int seed, Tally tally)
    {
        var random = new Xorshift(1 + ((uint)seed * 7919));
        var all = InventedSurvey.Of(random, 8 + random.Next(153), 2);
        var late = random.Next(4) == 0 ? 5 + random.Next(12) : 1 + random.Next(4);
        var early = InventedSurvey.Where(all, i => i >= late);
        var setting = new SurveySetting("r", "officials") { MinimumGroup = Minimum, AlikeLimit = AlikeLimit };
        var first = SurveyFigures.Of(early, new([]), setting);
        var log = ReleaseLog.Empty.With(first);
        var second = SurveyFigures.Of(all, new([]), setting with { Released = log });
        for (var factor = 0; factor < first.Factors.Count; factor++)
        {
            var answered = Enumerable.Range(0, all.Count).Where(i => Index(all, second.Factors[factor], i) is not null).ToArray();
            var attacker = new ReidentifyingAttacker([.. answered.Select(i => Index(all, second.Factors[factor], i)!.Value)], Minimum, AlikeLimit);
            var before = Groups(all, answered, first.Factors[factor], i => i >= late, figure => figure.Value is not null);
            var after = Groups(all, answered, second.Factors[factor], _ => true, figure => figure.Value is not null);
            var everything = Groups(all, answered, second.Factors[factor], _ => true, _ => true);
            tally.Count(attacker, before, [.. before, .. after], [.. everything.Where(group => group.Count(on => on) >= Minimum)], everything);
        }
    }

    // By published figure: who of those who answered belongs to it.
    private static List<bool[]> Groups(AnswerTable all, int[] answered, FactorFigures figures, Func<int, bool> isIn, Func<Figure, bool> published)
    {
        var groups = new List<bool[]>();
        if (published(figures.Index))
        {
            groups.Add([.. answered.Select(isIn)]);
        }

        foreach (var cell in figures.ByCategory.Where(cell => published(cell.Index)))
        {
            var stratum = all.Strata.First(one => one.Id == cell.Stratum);
            groups.Add([.. answered.Select(i => isIn(i) && (stratum.Codes[i] < 0 ? "" : stratum.Categories[stratum.Codes[i]]) == cell.Category)]);
        }

        return [.. groups.Where(group => group.Any(on => on))];
    }

    private static double? Index(AnswerTable all, FactorFigures figures, int respondent)
    {
        var statements = all.Statements.Where(statement => statement.Factor == figures.Factor).ToList();
        int[] given = [.. statements.Select(statement => (int)statement.Answers[respondent]).Where(answer => answer > 0)];
        return 2 * given.Length >= statements.Count ? given.Average() : null;
    }

    private sealed class Tally
    {
        public int First, Published, Threshold, Everything, FoundFirst, FoundBoth, FoundThreshold, FoundOpen, PersonsFirst, PersonsBoth, PersonsThreshold, PersonsOpen;

        public void Count(ReidentifyingAttacker attacker, List<bool[]> first, List<bool[]> both, List<bool[]> threshold, List<bool[]> everything)
        {
            (First, Published, Threshold, Everything) = (First + first.Count, Published + both.Count, Threshold + threshold.Count, Everything + everything.Count);
            Add(attacker.Found(first).Count, ref FoundFirst, ref PersonsFirst);
            Add(attacker.Found(both).Count, ref FoundBoth, ref PersonsBoth);
            Add(attacker.Found(threshold).Count, ref FoundThreshold, ref PersonsThreshold);
            Add(attacker.Found(everything).Count, ref FoundOpen, ref PersonsOpen);
        }

        private static void Add(int persons, ref int surveys, ref int all) => (surveys, all) = (surveys + (persons > 0 ? 1 : 0), all + persons);
    }
}
