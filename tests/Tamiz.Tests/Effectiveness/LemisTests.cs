using System.Globalization;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Evaluation;
using Tamiz.Formats.Mappings;
using Tamiz.Models;
using Xunit;

namespace Tamiz.Tests.Effectiveness;

/// <summary>
/// Wildlife imports: learnt from what was lodged to 2018, judged on 2019, beside naive Bayes learnt on the same lines. Inspectors fill
/// source and purpose on refused lines, so the lines are judged without these two as well, and commercial lines alone.
/// </summary>
public sealed class LemisTests(ITestOutputHelper output)
{
    private const string File = "lemis/lemis_amphibian_imports_to_2019.csv";
    private static readonly DateOnly Split = new(2019, 1, 1);
    private static readonly string[] FilledByInspectors = ["declaration.procedure", "item.code.source"];

    [Fact]
    public void On_lines_of_2019_the_risk_ranks_no_worse_than_naive_Bayes()
    {
        var mapping = SampleEvaluation.ReadMapping("lemis.yaml");
        var (fullModel, full, gathered) = Judge(mapping);
        var (_, bare, _) = Judge(Without(mapping));
        Assert.Equal(full.Select(item => item.Identity), bare.Select(item => item.Identity));
        var bayes = Bayes(mapping);
        var commercial = gathered.Select(item => item.Declaration.Procedure == "T").ToArray();
        var all = commercial.Select(_ => true).ToArray();
        Reading[] readings =
        [
            new("with source and purpose, all lines", full, bayes.Full, all),
            new("without them, all lines", bare, bayes.Bare, all),
            new("with source and purpose, commercial lines", full, bayes.Full, commercial),
            new("without them, commercial lines", bare, bayes.Bare, commercial),
        ];
        foreach (var reading in readings)
        {
            Print(reading);
        }

        var outcomes = full.Select(item => item.NonCompliant).ToArray();
        var (mean, low, high) = Difference(readings, outcomes);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean AUC difference {mean:F4} [{low:F4}, {high:F4}]"));
        Assert.NotNull(fullModel.Training);
        Assert.True(low >= -0.02, "The mean AUC of the four readings may be worse than naive Bayes by more than .02.");
    }

    private static Mapping Without(Mapping mapping) => mapping with
    {
        Fields = [.. mapping.Fields.Where(field => !FilledByInspectors.Contains(field.Target.Id))],
        Keys = [.. mapping.Keys.Where(key => !key.Fields.Intersect(FilledByInspectors).Any())],
    };

    private static (AdditiveModel Model, IReadOnlyList<JudgedItem> Items, IReadOnlyList<GatheredItem> Gathered) Judge(Mapping mapping)
    {
        using var evaluation = new SampleEvaluation(mapping, File);
        return evaluation.Judge(new EvaluationPlan([false]) { Split = Split });
    }

    /// <summary>Scores of the judged lines, with and without what inspectors fill.</summary>
    private static (double[] Full, double[] Bare) Bayes(Mapping mapping)
    {
        using var evaluation = new SampleEvaluation(mapping, File);
        var lines = evaluation.Over(declarations => declarations
            .SelectMany(lodged => lodged.Declaration.Items.Select(item => new Line(lodged.Declaration.LodgedOn, item.Finding!.NonCompliant, Values(lodged.Declaration, item))))
            .ToList());
        return (Scores(lines, 7), Scores(lines, 5));
    }

    private static double[] Scores(List<Line> lines, int fields)
    {
        var bayes = new CategoricalBayes(fields);
        foreach (var line in lines.Where(line => line.LodgedOn < Split))
        {
            bayes.Learn(line.Values, line.Refused);
        }

        return [.. lines.Where(line => line.LodgedOn >= Split).Select(line => bayes.Score(line.Values))];
    }

    private static string[] Values(Declaration declaration, Item item)
    {
        string Class(string scheme) => item.Classifications.FirstOrDefault(code => code.Scheme == scheme).Value ?? "";
        return
        [
            Class("species"), Class("form"), item.Origin ?? "", declaration.CountryOfExport ?? "", declaration.Identity.Office,
            declaration.Procedure ?? "", item.Codes.FirstOrDefault(code => code.Scheme == "source").Value ?? "",
        ];
    }

    private void Print(Reading reading)
    {
        var ours = Measures.Of(reading.Judged(reading.Ours.Select(item => item.Score)));
        var bayes = Measures.Of(reading.Judged(reading.Bayes));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reading.Name}: n {ours.N}, refused {ours.Base * ours.N:F0}; AUC {ours.Auc:F3} (Bayes {bayes.Auc:F3}); refusals in the top 5 % {ours.Recall[5]:F3} ({bayes.Recall[5]:F3}), 10 % {ours.Recall[10]:F3} ({bayes.Recall[10]:F3})"));
    }

    /// <summary>Mean difference of the AUCs over the readings, with its 95 % interval from the same resampled lines for both.</summary>
    private static (double Mean, double Low, double High) Difference(Reading[] readings, bool[] outcomes)
    {
        var hits = Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i]).ToArray();
        var misses = Enumerable.Range(0, outcomes.Length).Where(i => !outcomes[i]).ToArray();
        var mean = Mean(readings, outcomes, [.. hits, .. misses]);
        var random = new Random(20190101);
        var drawn = new double[1000];
        for (var round = 0; round < drawn.Length; round++)
        {
            int[] lines = [.. hits.Select(_ => hits[random.Next(hits.Length)]), .. misses.Select(_ => misses[random.Next(misses.Length)])];
            drawn[round] = Mean(readings, outcomes, lines);
        }

        Array.Sort(drawn);
        return (mean, drawn[24], drawn[974]);
    }

    private static double Mean(Reading[] readings, bool[] outcomes, int[] lines) => readings.Average(reading =>
    {
        var judged = lines.Where(i => reading.IsJudged[i]).ToArray();
        bool[] hits = [.. judged.Select(i => outcomes[i])];
        return Ranking.Auc([.. judged.Select(i => reading.Ours[i].Score)], hits).Auc - Ranking.Auc([.. judged.Select(i => reading.Bayes[i])], hits).Auc;
    });

    private sealed record Line(DateOnly LodgedOn, bool Refused, string[] Values);

    private sealed record Reading(string Name, IReadOnlyList<JudgedItem> Ours, double[] Bayes, bool[] IsJudged)
    {
        public List<JudgedItem> Judged(IEnumerable<double> scores) =>
            [.. scores.Select((score, i) => Ours[i] with { Score = score }).Where((_, i) => IsJudged[i])];
    }
}
