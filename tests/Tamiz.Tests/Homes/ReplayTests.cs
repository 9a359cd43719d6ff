using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Xunit;

namespace Tamiz.Tests.Homes;

/// <summary>An insider with the key writes the ledger anew; recomputing names what does not follow from what is stored.</summary>
[Collection(nameof(Alone))]
public class ReplayTests
{
    [Fact]
    public void Each_stored_fact_that_is_changed_is_named()
    {
        using var home = Decided(25);
        string[] names;
        using (var open = home.Open())
        {
            names = [.. open.State.Course!.Catalogue.Stored.Select(fact => fact.Id)];
        }

        var kept = Directory.CreateDirectory(home.Beside("kept")).FullName;
        Copy(Path.Combine(home.Folder, "ledger"), kept);
        for (var fact = 0; fact < names.Length; fact++)
        {
            var changed = false;
            home.Forge(record => record is AssessmentMade assessment && !changed && (changed = true) ? assessment with { Facts = Changed(assessment.Facts, fact) } : record);
            Assert.Contains(Replay(home, deep: true).Differences, difference => difference.Where.Field!.Contains(names[fact] + "[", StringComparison.Ordinal));
            Directory.Delete(Path.Combine(home.Folder, "ledger"), recursive: true);
            Copy(kept, Directory.CreateDirectory(Path.Combine(home.Folder, "ledger")).FullName);
        }
    }

    [Theory]
    [InlineData("risk", "logOdds")]
    [InlineData("base", "base")]
    [InlineData("stake", "atStake")]
    [InlineData("lane", "lane")]
    [InlineData("basis", "lane")]
    [InlineData("probability", "lane")]
    [InlineData("evidence", "evidence")]
    [InlineData("gap", "gaps")]
    [InlineData("price", "item.value")]
    public void What_else_is_changed_is_named(string what, string named)
    {
        using var home = Decided(25);
        var changed = false;
        home.Forge(record => changed ? record : Change(record, what, ref changed));
        Assert.True(changed);
        var outcome = Replay(home, deep: true);
        Assert.True(outcome.Differing > 0);
        Assert.Contains(outcome.Differences, difference => difference.Where.Field!.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_list_says_is_told_from_the_ledger_as_it_was_told_then()
    {
        using var home = new TestHome();
        var lines = TestHome.Sample("march.csv", 25);
        var fields = lines[1].Split(',');
        fields[7] = "Caribbean Shadow Shipping Ltd";
        lines[1] = string.Join(',', fields);
        home.Import(live: true, lines);
        using var open = home.Open();
        var hits = 0;
        foreach (var (stored, _, known, course) in new HomeReplay(open, deep: true, threads: 1).Recomputed())
        {
            var then = known!.Attached.Where(evidence => evidence.Phrase == "list").ToList();
            var now = stored.Gathered(open.Find, course).Attached.Where(evidence => evidence.Phrase == "list").ToList();
            Assert.Equal(then.SelectMany(evidence => evidence.Arguments), now.SelectMany(evidence => evidence.Arguments));
            hits += then.Count;
        }

        Assert.True(hits > 0);
    }

    [Fact]
    public void A_content_that_knowledge_names_and_nobody_has_is_named()
    {
        using var home = Decided(5);
        home.Forge(record => record is not KnowledgeSet knowledge ? record : knowledge with
        {
            Entries = [.. knowledge.Entries.Select(entry => entry.Name == "risks.yaml" ? entry with { Digest = Hash.Of([1]) } : entry)],
        });
        Assert.Equal(HomeDiagnostics.ContentMissing, Assert.Throws<HomeException>(() => home.Open()).Diagnostic.Rule);
    }

    private static TestHome Decided(int lines)
    {
        var home = new TestHome();
        home.Import(live: false, TestHome.Sample("history.csv", 400));
        home.Import(live: true, TestHome.Sample("march.csv", lines));
        Assert.Equal(0, Replay(home, deep: true).Differing);
        return home;
    }

    private static ReplayOutcome Replay(TestHome home, bool deep)
    {
        using var open = home.Open();
        return new HomeReplay(open, deep, 1).Run(null);
    }

    private static LedgerRecord Change(LedgerRecord record, string what, ref bool changed)
    {
        var made = (record, what) switch
        {
            (AssessmentMade assessment, "risk") => assessment with { Areas = [assessment.Areas[0] with { LogOdds = Math.BitIncrement(assessment.Areas[0].LogOdds) }, .. assessment.Areas.Skip(1)] },
            (AssessmentMade assessment, "base") => assessment with { Areas = [assessment.Areas[0] with { Base = Math.BitIncrement(assessment.Areas[0].Base) }, .. assessment.Areas.Skip(1)] },
            (AssessmentMade assessment, "stake") => assessment with { Areas = [assessment.Areas[0] with { AtStake = assessment.Areas[0].AtStake + 1 }, .. assessment.Areas.Skip(1)] },
            (AssessmentMade assessment, "evidence") => assessment with { Attached = [new("report.X", "report", Tamiz.Facts.EvidenceFamily.Intelligence, "nowhere", 1, "X", "X")] },
            (AssessmentMade assessment, "gap") => assessment with { Gaps = [new("source.missing", "X", "")] },
            (LaneGiven lane, "lane") => lane with { Lane = lane.Lane == "verde" ? "amarillo" : "verde" },
            (LaneGiven lane, "basis") => lane with { Basis = lane.Basis == Tamiz.Selection.Basis.Value ? Tamiz.Selection.Basis.None : Tamiz.Selection.Basis.Value },
            (LaneGiven lane, "probability") => lane with { Inclusion = Math.BitDecrement(lane.Inclusion) },
            (DeclarationEntered { Live: true } entered, "price") => entered with
            {
                Declaration = entered.Declaration with { Items = [.. entered.Declaration.Items.Select(item => item with { CustomsValue = item.CustomsValue is { } value ? value with { Amount = value.Amount * 2 } : null })] },
            },
            _ => record,
        };
        changed = !ReferenceEquals(made, record);
        return made;
    }

    private static IReadOnlyList<double[]> Changed(IReadOnlyList<double[]> facts, int fact)
    {
        var copy = facts.Select(row => (double[])row.Clone()).ToArray();
        copy[0][fact] = double.IsNaN(copy[0][fact]) ? 5 : copy[0][fact] + 1;
        return copy;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.tzl"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
