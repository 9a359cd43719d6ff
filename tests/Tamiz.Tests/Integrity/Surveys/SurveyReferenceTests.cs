using System.Text.Json;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Estimates;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

/// <summary>Against tests/python/survey_reference.py, which computes with fractions and 50 digits and shares no code.</summary>
public class SurveyReferenceTests
{
    private const string File = "tests/Tamiz.Tests/Integrity/Surveys/Reference/survey.json";

    private static readonly JsonElement Root = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, File))).RootElement;

    public static TheoryData<string> Sets => [.. Root.GetProperty("sets").EnumerateObject().Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Estimates_agree(string set)
    {
        var items = Items(set);
        var expected = Root.GetProperty("expected").GetProperty(set);
        Same(expected.GetProperty("index"), Estimate(items, items.Factors[Factor.All[0]]));
        foreach (var (statement, of) in items.Answers.Statements.Zip(expected.GetProperty("statements").EnumerateArray()))
        {
            Same(of, Estimate(items, SurveyItems.Values(statement)));
            var share = Estimate(items, SurveyItems.Favourable(statement));
            var (lower, upper) = share.ShareInterval(0.95);
            Near(of, "share", share.Mean);
            Near(of, "lower", lower);
            Near(of, "upper", upper);
        }
    }

    [Fact]
    public void Changes_agree()
    {
        var sets = Sets.Select(row => row.Data).ToList();
        foreach (var (before, after) in sets.Zip(sets.Skip(1)))
        {
            var expected = Root.GetProperty("changes").GetProperty($"{before}-{after}");
            var (then, now) = (Items(before), Items(after));
            var test = WelchTest.Of(Estimate(then, then.Factors[Factor.All[0]]), Estimate(now, now.Factors[Factor.All[0]]));
            Near(expected, "difference", test.Difference);
            Near(expected, "degrees", test.Degrees);
            Near(expected, "p", test.P);
            Near(expected, "effect", test.EffectSize);
            Near(expected, "detectable", test.Detectable(0.95, 0.8, 1));
        }
    }

    [Fact]
    public async Task Python_computes_the_expected_values()
    {
        var (code, output) = await Python.Run("tests/python/survey_reference.py", File);
        Assert.Equal(0, code);
        Assert.Equal(Root.GetRawText(), output.Trim());
    }

    [Theory] // Student's table, as printed in any textbook
    [InlineData(1, 12.706)]
    [InlineData(4, 2.776)]
    [InlineData(10, 2.228)]
    [InlineData(30, 2.042)]
    [InlineData(1e7, 1.960)]
    public void Student_as_in_the_tables(double degrees, double distance) => Assert.Equal(distance, StudentT.Distance(0.05, degrees), 0.0005);

    [Fact] // Clopper and Pearson, 10 of 20: 0.2720 to 0.7280
    public void Clopper_and_Pearson_as_in_the_tables()
    {
        var (lower, upper) = new MeanEstimate(0.5, 0.0125, 0.0125, 19, 20, 20, 0.5).ShareInterval(0.95);
        Assert.Equal((0.2720, 0.7280), (Math.Round(lower, 4), Math.Round(upper, 4)));
    }

    [Fact]
    public void Holm_by_hand() => Assert.Equal([0.04, 0.06, 0.06, 0.02], WelchTest.Holm([0.0133333333333333333, 0.03, 0.04, 0.005]).Select(p => Math.Round(p, 12)));

    private static void Same(JsonElement expected, MeanEstimate estimate)
    {
        Near(expected, "mean", estimate.Mean);
        Near(expected, "variance", estimate.Variance);
        Near(expected, "degrees", estimate.Degrees);
        Near(expected, "half", estimate.HalfWidth(0.95));
        Near(expected, "effective", estimate.Effective);
    }

    private static void Near(JsonElement of, string name, double found)
    {
        var expected = of.GetProperty(name).GetDouble();
        Assert.Equal(expected, found, 1e-9 * Math.Max(1, Math.Abs(expected)));
    }

    private static MeanEstimate Estimate(SurveyItems items, double[] values) => MeanEstimate.Of(items.Weights, SurveyItems.Members(values), values);

    private static SurveyItems Items(string set)
    {
        var data = Root.GetProperty("sets").GetProperty(set);
        int[] codes = [.. data.GetProperty("stratum").EnumerateArray().Select(code => code.GetInt32())];
        var cells = data.GetProperty("population").EnumerateArray().Select((persons, i) => new PopulationCell(new Dictionary<string, string> { ["unit"] = "u" + i }, persons.GetInt64())).ToList();
        var statements = data.GetProperty("answers").EnumerateArray().Select((column, s) => new StatementColumn(
            "s" + s, Factor.All[0], [.. column.EnumerateArray().Select(answer => (sbyte)answer.GetInt32())]));
        return SurveyItems.Of(new(codes.Length, [new("unit", ["u0", "u1", "u2"], codes)], [.. statements]), new(cells), new("r", "officials"));
    }
}
