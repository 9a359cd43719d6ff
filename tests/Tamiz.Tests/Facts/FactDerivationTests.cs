using CsCheck;
using Tamiz.Assessment;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Tests.Effectiveness;
using Tamiz.Tests.Flow;
using Tamiz.Tests.History;
using Xunit;

namespace Tamiz.Tests.Facts;

/// <summary>What is stored of a row of facts gives the row back, bit for bit, also after it stood in the ledger.</summary>
public sealed class FactDerivationTests(ITestOutputHelper output)
{
    [Fact]
    public void Made_up_rows_come_back() => LiveCourse.Entries.Sample(entries =>
    {
        var course = LiveCourse.Empty();
        foreach (var entry in entries)
        {
            if (!LiveCourse.Learn(course, entry))
            {
                AssertComeBack(course, course.Gather(entry.Declaration, entry.At));
            }
        }
    });

    [Fact]
    public void Parents_whose_fields_are_not_stated_pass_their_parents_rate_on() => Lodgements.Streams.Sample(stream =>
    {
        var keys = KeySet.Create([new(["item.origin"], null), new(["exporter.id"], "item.origin"), new(["item.hs4"], "exporter.id"), new(["item.hs6"], "item.hs4")], "", []);
        var course = new Course(LiveCourse.Template, keys, null, "tests"u8);
        foreach (var declaration in stream)
        {
            AssertComeBack(course, course.Gather(declaration, learn: true));
        }
    });

    [Fact]
    public void Rows_of_the_sample_come_back()
    {
        var folder = Path.Combine(Repository.Root, "samples", "demo");
        var diagnostics = new List<Diagnostic>();
        var home = HomeFolder.Read(folder, Instant.FromDate(new DateOnly(2026, 11, 24)), diagnostics);
        var mapping = Mapping.Read(File.ReadAllText(Path.Combine(folder, "mapping.yaml")), "mapping.yaml", diagnostics);
        using var input = InputSet.Open([Path.Combine(folder, "history.csv"), Path.Combine(folder, "march.csv")], mapping, home.TimeZone, false, 2, diagnostics);
        var course = new Course(home, KeySet.Create(home.Keys, "", diagnostics), null, "tests"u8);
        Assert.True(input.Run((declarations, _, _) => ComeBack(course, declarations), null, static _ => { }) > 20_000);
    }

    [Fact]
    public void Rows_of_Korean_declarations_come_back()
    {
        using var evaluation = new SampleEvaluation(SampleEvaluation.ReadMapping("kcs.yaml"), "kcs/df_syn_train_eng.csv");
        Assert.True(evaluation.Over(declarations => ComeBack(evaluation.Course(), declarations)) > 30_000);
    }

    [Fact]
    public void Rows_of_another_length_are_refused()
    {
        var course = LiveCourse.Empty();
        Assert.Throws<ArgumentException>(() => course.Catalogue.Keep(new double[course.Catalogue.Facts.Count - 1]));
        Assert.Throws<ArgumentException>(() => course.Derivation.Restore(new double[course.Catalogue.Stored.Count + 1]));
    }

    private int ComeBack(Course course, IEnumerable<LodgedDeclaration> declarations)
    {
        var (items, bytes) = (0, 0L);
        foreach (var lodged in declarations)
        {
            var gathered = course.Gather(lodged.Declaration, learn: true);
            bytes += AssertComeBack(course, gathered);
            items += gathered.Items.Count;
        }

        var mean = bytes / (double)items;
        output.WriteLine($"{items} items, {course.Catalogue.Stored.Count} of {course.Catalogue.Facts.Count} facts stored, {mean:F1} bytes an item");
        Assert.InRange(mean, 1, 350);
        return items;
    }

    /// <summary>Checks each row by way of a record.</summary>
    /// <returns>Bytes of the rows in a record.</returns>
    private static int AssertComeBack(Course course, GatheredDeclaration gathered)
    {
        var kept = gathered.Items.Select(item => course.Catalogue.Keep(item.Facts)).ToList();
        var made = new AssessmentMade(new Instant(0), "", "", 1, kept, [], [], []);
        var writer = new RecordWriter();
        made.Write(writer);
        var read = Assert.IsType<AssessmentMade>(LedgerRecord.Read(writer.Written));
        for (var i = 0; i < kept.Count; i++)
        {
            var restored = course.Derivation.Restore(read.Facts[i]);
            if (!Bits(restored).SequenceEqual(Bits(gathered.Items[i].Facts)))
            {
                var differ = course.Catalogue.Facts.Where((_, slot) => Bits(restored)[slot] != Bits(gathered.Items[i].Facts)[slot]);
                Assert.Fail($"{gathered.Declaration.Identity} item {i + 1}: {string.Join(", ", differ.Select(fact => fact.Id))}");
            }
        }

        var length = writer.Length;
        writer.Clear();
        (made with { Facts = [] }).Write(writer);
        return length - writer.Length;
    }

    private static long[] Bits(double[] row) => Array.ConvertAll(row, BitConverter.DoubleToInt64Bits);
}
