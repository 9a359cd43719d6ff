using System.Globalization;
using Tamiz.Assessment;
using Tamiz.Flow;
using Tamiz.Models;

namespace Tamiz.Cli;

/// <summary>Prints why a declaration got its risk and its lane.</summary>
internal sealed class Explanation(Course course, AdditiveModel? model, Phrasebook words)
{
    private const double Minor = 0.02;

    /// <summary>The reasons, strongest first, in lines of at most 80 columns.</summary>
    public IEnumerable<string> Lines(DecidedDeclaration decided, int most = 8)
    {
        var declaration = decided.Assessed.Gathered.Declaration;
        var title = words.Say("explain.title", ("identity", declaration.Identity.Text), ("lodged", declaration.LodgedOn.ToString("O", CultureInfo.InvariantCulture)));
        var lane = words.Say("explain.lane", ("lane", decided.Decision.Lane), ("basis", words["basis." + decided.Decision.Basis]));
        foreach (var line in Terminal.Wrap(title, "", "  ").Concat(Terminal.Wrap(lane, "  ", "    ")))
        {
            yield return line;
        }

        if (decided.Decision.Referral)
        {
            yield return "  " + words["explain.referral"];
        }

        foreach (var area in decided.Assessed.Areas)
        {
            foreach (var line in Area(decided.Assessed, area, most))
            {
                yield return line;
            }
        }

        foreach (var line in Gaps(decided.Assessed.Gathered.Gaps))
        {
            yield return line;
        }
    }

    /// <summary>The same as data.</summary>
    public object AsObject(DecidedDeclaration decided) => new
    {
        declaration = decided.Assessed.Gathered.Declaration.Identity.Text,
        lodgedAt = decided.Assessed.Gathered.Declaration.LodgedAt.ToString(),
        lane = decided.Decision.Lane,
        basis = decided.Decision.Basis.ToString(),
        referral = decided.Decision.Referral,
        mandatory = decided.Decision.Mandatory,
        draw = decided.Decision.Draw,
        randomProbability = decided.Decision.RandomProbability,
        inclusionProbability = decided.Decision.InclusionProbability,
        bidPrice = double.IsNaN(decided.Decision.BidPrice) ? (double?)null : decided.Decision.BidPrice,
        weights = model?.Hash,
        fitted = model?.Training is not null,
        areas = decided.Assessed.Areas.Select(area => new
        {
            area = area.Area,
            risk = area.Risk,
            @base = area.Base,
            logOdds = area.LogOdds,
            atStake = area.AtStake,
            expected = area.Expected,
            evidence = area.Evidence.Select(evidence => new
            {
                code = evidence.Code,
                family = evidence.Family.ToString(),
                contribution = evidence.Contribution,
                riskWithout = Counterfactual.RiskWithout(course.Assessor, decided.Assessed, area, evidence),
                source = evidence.Source,
                origin = evidence.Origin,
                arguments = evidence.Arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Text ?? Known(argument.Number)),
                words = evidence.Say(words),
            }),
        }),
        gaps = decided.Assessed.Gathered.Gaps.Select(gap => new { code = gap.Code, subject = gap.Subject, cause = gap.Cause, words = Say(gap) }),
        diagnostics = decided.Assessed.Gathered.Diagnostics.Select(diagnostic => diagnostic.ToString()),
    };

    private static double? Known(double number) => double.IsNaN(number) ? null : number;

    private IEnumerable<string> Area(AssessedDeclaration assessed, AreaRisk area, int most)
    {
        var title = course.Home.Register.Find(area.Area)?.Titles.GetValueOrDefault(words.Language.ToString().ToLowerInvariant()) ?? area.Area;
        var risk = words.Say("explain.risk", ("area", title), ("risk", words.Percent(area.Risk)), ("stake", words.Number(area.AtStake)),
            ("expected", words.Number(area.Expected)), ("currency", course.Home.Currency));
        var start = words.Say("explain.base", ("base", Signed(area.Base)), ("logit", Signed(area.LogOdds)));
        foreach (var line in Terminal.Wrap(risk, "  ", "    ").Concat(Terminal.Wrap(start, "  ", "    ")))
        {
            yield return line;
        }

        var shown = area.Evidence.Take(most).TakeWhile(evidence => Math.Abs(evidence.Contribution) >= Minor || evidence.Slot < 0).ToList();
        foreach (var evidence in shown)
        {
            var without = words.Say("explain.without", ("risk", words.Percent(Counterfactual.RiskWithout(course.Assessor, assessed, area, evidence))));
            var text = $"{evidence.Say(words)} {words.Say("explain.aside", ("family", words["family." + evidence.Family]), ("without", without))}";
            if (evidence.Source is not ("history" or "declaration"))
            {
                text += " " + words.Say("explain.source", ("source", evidence.Source));
            }

            foreach (var line in Terminal.Wrap(text, $"  {Signed(evidence.Contribution),7}  ", "           "))
            {
                yield return line;
            }
        }

        foreach (var line in Rest(area, shown.Count))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Rest(AreaRisk area, int shown)
    {
        if (area.Evidence.Length > shown)
        {
            var rest = area.Evidence.Skip(shown).Sum(evidence => evidence.Contribution);
            yield return $"  {Signed(rest),7}  {Plural.Say(words, "explain.minor", area.Evidence.Length - shown)}";
        }
    }

    private IEnumerable<string> Gaps(IReadOnlyList<Gap> gaps)
    {
        if (gaps.Count > 0)
        {
            yield return "  " + words["explain.gaps"];
        }

        foreach (var line in gaps.SelectMany(gap => Terminal.Wrap(Say(gap), "    – ", "      ")))
        {
            yield return line;
        }
    }

    private string Say(Gap gap) => words.Say("gap." + gap.Code, ("subject", gap.Subject), ("cause", OwnCode.Say(gap.Cause, words)));

    private string Signed(double value) => value.ToString("+0.00;-0.00;0.00", words.Culture);
}
