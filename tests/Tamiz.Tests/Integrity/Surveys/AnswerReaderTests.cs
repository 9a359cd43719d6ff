using System.Text;
using CsCheck;
using Tamiz.Integrity.Surveys;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class AnswerReaderTests
{
    private const string Headings = "unit,region,trust,gifts,rules\n";

    private static readonly Gen<string> Row =
        from unit in Gen.OneOf("harbour", "border", "")
        from region in Gen.OneOf("north", "south", "", "west")
        from answers in Gen.Int[0, 6].Array[3]
        select $"{unit},{region},{string.Join(',', answers)}\n";

    [Fact]
    public void The_order_of_the_rows_is_in_nothing_that_is_given() =>
        Row.Array[1, 40].SelectMany(rows => Gen.Shuffle(rows).Select(shuffled => (rows, shuffled))).Sample(both =>
        {
            var (one, other) = (Read(string.Concat(both.rows)), Read(string.Concat(both.shuffled)));
            Assert.Equal(Told(one), Told(other));
        });

    [Fact]
    public void Rows_read_are_those_taken_and_those_refused_and_each_refused_one_is_named() =>
        Row.Array[1, 40].Sample(rows =>
        {
            var diagnostics = new List<Diagnostic>();
            var reading = AnswerReader.Read(Encoding.UTF8.GetBytes(Headings + string.Concat(rows)), "answers.csv", SmallSurvey.Form, diagnostics);
            var usable = rows.Count(IsUsable);
            Assert.Equal(usable, reading?.Taken ?? 0);
            Assert.Equal(rows.Length - usable, diagnostics.Where(diagnostic => diagnostic.Where.Line > 0).Select(diagnostic => diagnostic.Where.Line).Distinct().Count());
            if (reading is not null)
            {
                Assert.Equal((rows.Length, rows.Length - usable), (reading.Read, reading.Refused));
            }
        });

    [Fact]
    public void No_file_makes_it_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var diagnostics = new List<Diagnostic>();
            var plain = AnswerReader.Read(bytes, "answers.csv", SmallSurvey.Form, diagnostics);
            var headed = AnswerReader.Read([.. Encoding.UTF8.GetBytes(Headings), .. bytes], "answers.csv", SmallSurvey.Form, diagnostics);
            Assert.True((plain is not null && headed is not null) || diagnostics.Count > 0);
        });

    [Fact]
    public void Where_agreeing_is_bad_news_answers_are_turned_round_and_what_is_not_answered_stays_so()
    {
        var reading = Read("harbour,north,4,2,5\n,south,1,0,\n")!;
        Assert.Equal([-1, 0], reading.Table.Strata[0].Codes);
        Assert.Equal([1, 4], reading.Table.Statements.Single(statement => statement.Id == "trust").Answers.Select(answer => (int)answer));
        Assert.Equal([0, 4], reading.Table.Statements.Single(statement => statement.Id == "gifts").Answers.Select(answer => (int)answer));
        Assert.Equal([0, 5], reading.Table.Statements.Single(statement => statement.Id == "rules").Answers.Select(answer => (int)answer));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Spreadsheets_separate_by_other_signs_too(char sign)
    {
        var text = (Headings + "harbour,north,4,2,5\n").Replace(',', sign);
        Assert.Equal(Told(Read("harbour,north,4,2,5\n")), Told(AnswerReader.Read(Encoding.UTF8.GetBytes(text), "answers.csv", SmallSurvey.Form, [])));
    }

    [Fact]
    public void Varied_answers_that_repeat_are_said_without_saying_which()
    {
        var form = Questionnaire.Standard.Of(Audience.Officials);
        var ids = form.Statements.Select(statement => statement.Id).ToList();
        var varied = string.Join(',', ids.Select((_, index) => (index * 7 % 5) + 1));
        var alike = string.Join(',', ids.Select(_ => 5));
        var diagnostics = new List<Diagnostic>();
        var text = $"{string.Join(',', ids)}\n{varied}\n{alike}\n{varied}\n{alike}\n{varied}\n";
        var reading = AnswerReader.Read(Encoding.UTF8.GetBytes(text), "answers.csv", form, diagnostics)!;
        Assert.Equal((5, 2), (reading.Taken, reading.Repeated));
        var said = Assert.Single(diagnostics, diagnostic => diagnostic.Rule == AnswerDiagnostics.Repeated);
        Assert.Equal(0, said.Where.Line);
    }

    [Fact]
    public void Columns_that_are_missing_are_said_once_and_count_as_not_answered()
    {
        var diagnostics = new List<Diagnostic>();
        var reading = AnswerReader.Read("trust\n3\n4\n"u8.ToArray(), "answers.csv", SmallSurvey.Form, diagnostics)!;
        Assert.Equal("unit, region, rules, gifts", Assert.Single(diagnostics).Found);
        Assert.All(reading.Table.Strata, stratum => Assert.All(stratum.Codes, code => Assert.Equal(-1, code)));
        Assert.All(reading.Table.Statements.Where(statement => statement.Id != "trust"), statement => Assert.All(statement.Answers, answer => Assert.Equal(0, answer)));
    }

    private static bool IsUsable(string row) => row.TrimEnd().Split(',') is var fields && fields[1] != "west" && !fields.Skip(2).Contains("6") && fields.Skip(2).Any(answer => answer != "0");

    private static AnswerReading? Read(string rows) => AnswerReader.Read(Encoding.UTF8.GetBytes(Headings + rows), "answers.csv", SmallSurvey.Form, []);

    private static string Told(AnswerReading? reading) => reading is null ? "" : $"{reading.Read} {reading.Refused} {reading.Repeated} "
        + string.Join('|', reading.Table.Strata.Select(stratum => string.Join(',', stratum.Codes)).Concat(reading.Table.Statements.Select(statement => string.Join(',', statement.Answers))));
}
