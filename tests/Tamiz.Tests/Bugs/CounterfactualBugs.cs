using System.Text.Json;
using Tamiz.Assessment;
using Tamiz.Cli;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Storage;
using Xunit;

namespace Tamiz.Tests.Bugs;

public sealed class CounterfactualBugs
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "demo");

    [Fact]
    public void The_risk_without_a_reason_is_that_of_an_assessment_without_it_also_with_several_items()
    {
        var (reasons, moved) = (0, 0);
        foreach (var (course, decided) in Several())
        {
            var (assessor, words) = (course.Assessor, Phrasebook.Of(Language.En));
            using var printed = JsonSerializer.SerializeToDocument(new Explanation(course, null, words).AsObject(decided));
            var assessed = decided.Assessed;
            foreach (var (area, shown) in assessed.Areas.Zip(printed.RootElement.GetProperty("areas").EnumerateArray()))
            {
                foreach (var (evidence, said) in area.Evidence.Zip(shown.GetProperty("evidence").EnumerateArray()))
                {
                    var anew = assessor.Assess(Without(assessed, evidence)).Areas.FirstOrDefault(other => other.Area == area.Area);
                    var risk = said.GetProperty("riskWithout").GetDouble();
                    Assert.Equal(anew?.Risk ?? Elementary.Sigmoid(area.Base), risk);
                    Assert.True(evidence.Contribution >= 0 ? risk <= area.Risk + 1e-12 : risk >= area.Risk - 1e-12, $"{evidence.Code} {evidence.Contribution} {risk} {area.Risk}");
                    reasons++;
                    moved += Math.Abs(risk - Elementary.Sigmoid(area.LogOdds - evidence.Contribution)) > 1e-3 ? 1 : 0;
                }
            }
        }

        Assert.True(reasons > 1000 && moved > 50, $"{reasons} reasons, {moved} of them not merely subtracted");
    }

    [Fact]
    public void The_lines_say_the_risk_that_the_assessment_without_the_first_reason_has()
    {
        var words = Phrasebook.Of(Language.En);
        foreach (var (course, decided) in Several().Take(50))
        {
            var first = decided.Assessed.Areas[0].Evidence[0];
            var risk = course.Assessor.Assess(Without(decided.Assessed, first)).Areas[0].Risk;
            var text = string.Join(' ', new Explanation(course, null, words).Lines(decided).Select(line => line.Trim()));
            Assert.Contains(words.Say("explain.without", ("risk", words.Percent(risk))), text, StringComparison.Ordinal);
        }
    }

    /// <summary>What a person would take away: the fact of the items that share it, the hit or report, or the other items.</summary>
    private static GatheredDeclaration Without(AssessedDeclaration assessed, Evidence evidence)
    {
        var gathered = assessed.Gathered;
        if (evidence.Code == "items.others")
        {
            return gathered with { Items = [gathered.Items[assessed.ItemLogOdds.ToList().IndexOf(assessed.ItemLogOdds.Max())]] };
        }

        if (evidence.Slot < 0)
        {
            return gathered with { Attached = [.. gathered.Attached.Where(attached => attached.Code != evidence.Code)] };
        }

        return gathered with
        {
            Items = [.. gathered.Items.Select(item =>
            {
                var facts = (double[])item.Facts.Clone();
                facts[evidence.Slot] = facts[evidence.Slot].Equals(evidence.Item!.Facts[evidence.Slot]) ? double.NaN : facts[evidence.Slot];
                return item with { Facts = facts };
            })],
        };
    }

    private static List<(Course Course, DecidedDeclaration Decided)> Several()
    {
        var diagnostics = new List<Diagnostic>();
        var home = HomeFolder.Read(Folder, Instant.FromDate(new DateOnly(2026, 11, 24)), diagnostics);
        var mapping = Mapping.Read(File.ReadAllText(Path.Combine(Folder, "mapping.yaml")), "mapping.yaml", diagnostics);
        using var input = InputSet.Open([Path.Combine(Folder, "history.csv"), Path.Combine(Folder, "march.csv")], mapping, home.Zones, false, 2, diagnostics);
        return input.Run((declarations, _, _) =>
        {
            var course = new Course(home, KeySet.Create(home.Keys, "", diagnostics), null, "tests"u8);
            return declarations.Select(lodged =>
            {
                var assessed = course.Assessor.Assess(course.Gather(lodged.Declaration, learn: true));
                return (course, new DecidedDeclaration(assessed, course.Select(assessed, course.Draw(lodged.Declaration)), lodged));
            }).Where(one => one.Item2.Lodged.File == 1 && one.Item2.Assessed.Gathered.Items.Count is >= 2 and <= 5).Take(300).ToList();
        }, null, static _ => { });
    }
}
