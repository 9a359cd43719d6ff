using CsCheck;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Disclosure;
using Tamiz.Integrity.Surveys.Estimates;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class SurveyFigureTests
{
    private static readonly SurveySetting Setting = new("2026-1", "officials") { Crossings = [new("unit", "grade"), new("region", "role")] };

    private static readonly Gen<AnswerTable> Surveys = Gen.Select(Gen.UInt[1, 100_000], Gen.Int[0, 90], (seed, count) => InventedSurvey.Of(new Xorshift(seed), count, 3));

    [Fact]
    public void Weights_add_up_to_the_population() => Gen.Select(Surveys, Gen.Int[1, 40].Array[40], Gen.Bool).Sample((answers, persons, joint) =>
    {
        var population = joint ? Joint(answers, persons) : Margins(answers, persons);
        var weights = RespondentWeights.Of(answers, population, 5);
        var expected = joint ? population.Cells.Sum(cell => cell.Persons) : population.Cells.Where(cell => cell.Categories.ContainsKey("unit")).Sum(cell => cell.Persons);
        Assert.Equal(answers.Count == 0 ? 0 : expected, weights.Weights.Sum(), 1e-6 * expected);
        Assert.All(weights.Weights, weight => Assert.True(weight > 0));
    });

    [Fact]
    public void The_order_of_rows_changes_nothing() => Gen.Select(Surveys, Gen.Int[1, 40].Array[40]).Sample((answers, persons) =>
    {
        var population = Joint(answers, persons);
        Assert.Equivalent(SurveyFigures.Of(answers, population, Setting), SurveyFigures.Of(Reversed(answers), population, Setting), strict: true);
    });

    [Fact]
    public void Without_a_population_each_counts_one() => Surveys.Sample(answers =>
        Assert.All(RespondentWeights.Of(answers, new([]), 5).Weights, weight => Assert.Equal(1, weight)));

    [Fact]
    public void Nothing_is_published_of_fewer_than_a_group() => Surveys.Sample(answers =>
    {
        var figures = SurveyFigures.Of(answers, new([]), Setting);
        Assert.All(Releases.Entries(figures), entry => Assert.True(entry.Respondents >= 5));
        Assert.All(figures.Crosses.SelectMany(table => table.Cells), cell => Assert.True(cell.Respondents is null or >= 5));
    });

    [Fact]
    public void The_same_release_again_is_published_again() => Surveys.Sample(answers =>
    {
        var first = SurveyFigures.Of(answers, new([]), Setting);
        Assert.Equivalent(first, SurveyFigures.Of(answers, new([]), Setting with { Released = ReleaseLog.Empty.With(first) }), strict: true);
    });

    [Fact]
    public void One_respondent_more_changes_no_published_cell()
    {
        var answers = InventedSurvey.Of(new Xorshift(7), 120, 3);
        var first = SurveyFigures.Of(InventedSurvey.Where(answers, i => i > 0), new([]), Setting);
        var log = ReleaseLog.Empty.With(first);
        Assert.NotEmpty(log.Entries);
        var second = SurveyFigures.Of(answers, new([]), Setting with { Released = log });
        Assert.Equal(Withheld.Differencing, second.Respondents.Withheld);
        Assert.NotNull(first.Factors[0].Index.Value);
        Assert.Equal(Withheld.Differencing, second.Factors[0].Index.Withheld);
        Assert.Subset(log.Entries.ToHashSet(), Releases.Entries(second).ToHashSet());
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(40, 0)]
    [InlineData(12, 3)]
    public void Nothing_is_said_where_nobody_or_everybody_says_the_same(int count, int answer)
    {
        var answers = InventedSurvey.Of(new Xorshift(3), count, 2);
        answers = answers with { Statements = [.. answers.Statements.Select(one => one with { Answers = [.. one.Answers.Select(_ => (sbyte)answer)] })] };
        var figures = SurveyFigures.Of(answers, new([]), Setting);
        Assert.All(figures.Factors, factor => Assert.Null(factor.Index.Value));
        Assert.All(figures.Statements, statement => Assert.Null(statement.Mean.Value));
    }

    [Fact]
    public void A_round_set_beside_itself_shows_no_change()
    {
        var answers = InventedSurvey.Of(new Xorshift(9), 200, 3);
        var change = RoundChange.Between(answers, new([]), answers, new([]), Setting, "2025-1");
        Assert.All(change.Factors, one => Assert.Equal((0.0, ChangeVerdict.NotTold), (one.Change.Difference.Value!.Value, one.Change.Verdict)));
        Assert.NotEmpty(change.Statements);
    }

    [Fact]
    public void A_change_for_the_better_is_told()
    {
        var answers = InventedSurvey.Of(new Xorshift(9), 200, 3);
        var better = answers with { Statements = [.. answers.Statements.Select(one => one with { Answers = [.. one.Answers.Select((answer, i) => answer is > 0 and < 5 && i % 10 > 0 ? (sbyte)(answer + 1) : answer)] })] };
        Assert.All(RoundChange.Between(answers, new([]), better, new([]), Setting, "2025-1").Factors, one => Assert.Equal(ChangeVerdict.Rose, one.Change.Verdict));
        Assert.All(RoundChange.Between(better, new([]), answers, new([]), Setting, "2025-1").Factors, one => Assert.Equal(ChangeVerdict.Fell, one.Change.Verdict));
    }

    private static Population Joint(AnswerTable answers, int[] persons) => new([
        .. answers.Strata[0].Categories.SelectMany((unit, u) => answers.Strata[2].Categories.Select((grade, g) => new PopulationCell(
            new Dictionary<string, string> { ["unit"] = unit, ["grade"] = grade }, persons[(u * 4) + g]))),
    ]);

    private static Population Margins(AnswerTable answers, int[] persons) => new([
        .. answers.Strata[0].Categories.Select((unit, u) => new PopulationCell(new Dictionary<string, string> { ["unit"] = unit }, 50 + persons[u])),
        .. answers.Strata[2].Categories.Select((grade, g) => new PopulationCell(new Dictionary<string, string> { ["grade"] = grade }, 50 + persons[20 + g])),
    ]);

    private static AnswerTable Reversed(AnswerTable answers) => answers with
    {
        Strata = [.. answers.Strata.Select(one => one with { Codes = [.. one.Codes.Reverse()] })],
        Statements = [.. answers.Statements.Select(one => one with { Answers = [.. one.Answers.Reverse()] })],
    };
}
