using Tamiz.Storage;
using Tamiz.Tests.Formats;
using Xunit;

namespace Tamiz.Tests.Bugs;

public sealed class InputBugs
{
    private const string Items = "row: item\n";

    [Fact]
    public void A_file_given_twice_in_two_spellings_is_no_unusable_file()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A")));
        run.Run(BadInputTests.Mapping, [file, Path.Combine(run.Folder, ".", "in.csv")]);
        Assert.Equal("taken A, exit 0, TZ0318 0:0", BadInputTests.Outcome(run));
        Assert.Equal(0, run.Count("unusableFiles"));
    }

    [Fact]
    public void An_empty_path_is_a_file_that_cannot_be_read()
    {
        using var run = new Assessed();
        run.Run(BadInputTests.Mapping, ["", run.Write("in.csv", Text(BadInputTests.Row("A")))]);
        Assert.Equal("taken A, exit 1, TZ0319 0:0", BadInputTests.Outcome(run));
        Assert.Equal(1, run.Count("unusableFiles"));
    }

    [Fact]
    public void A_device_or_pipe_is_refused_instead_of_ending_the_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs mkfifo");
        using var run = new Assessed();
        var pipe = run.InFolder("pipe");
        using var made = System.Diagnostics.Process.Start("mkfifo", pipe);
        made.WaitForExit();
        using var other = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
        run.Run(BadInputTests.Mapping, [pipe]);
        Assert.Equal("not read, exit 1, TZ0319 0:0", BadInputTests.Outcome(run));
    }

    [Fact]
    public void A_thousands_sign_before_one_or_two_digits_is_no_thousands_sign()
    {
        using var run = new Assessed();
        var rows = new[] { "\"1,234.5\"", "\"1,234,567\"", "\"12,34,567.25\"", "\"-1,000\"", "1234.5", "\"12,5\"", "\"1,23\"", "\"1,,000\"", "\",100\"", "\"1,2345\"", "\"1.234,567\"", "\"1,000e2\"" };
        var file = run.Write("in.csv", Text([.. rows.Select((mass, i) => BadInputTests.Row(((char)('A' + i)).ToString(), ("mass", mass)))]));
        run.Run(BadInputTests.Mapping + "\nthousands: ','", [file]);
        Assert.Equal("ABCDE", string.Concat(run.Declarations));
        Assert.Equal(Enumerable.Range(7, 7).Select(line => $"TZ0312 {line}:7"), run.Diagnostics);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "taken A, exit 0")]
    [InlineData("0001-01-01T00:00:00", "taken A, exit 0")]
    [InlineData("9999-12-31T23:59:59Z", "taken A, exit 0, says TZ1218")]
    [InlineData("9999-12-31T23:59:59", "taken A, exit 0, says TZ1218")]
    [InlineData("9999-12-31T23:59:59-06:00", "refused 1")]
    public void A_time_with_an_offset_at_the_end_of_the_calendar_is_read(string date, string expected)
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A", ("date", date))));
        run.Run(BadInputTests.Mapping + "\ntimeZone: America/Tegucigalpa\ndates: ['yyyy-MM-ddTHH:mm:ssK']", [file]);
        Assert.Contains(expected, BadInputTests.Outcome(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_without_an_offset_is_meant_in_the_mappings_zone_also_where_the_format_allows_one()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A", ("date", "2026-01-05T10:00:00")), BadInputTests.Row("B", ("date", "2026-01-05T17:00:00Z"))));
        run.Run(BadInputTests.Mapping + "\ntimeZone: America/Tegucigalpa\ndates: ['yyyy-MM-ddTHH:mm:ssK']", [file]);
        Assert.Equal(["2026-01-05T16:00:00Z", "2026-01-05T17:00:00Z"], Assessed.Rows(run.OutPath).Skip(1).Select(row => row[2]));
    }

    [Fact]
    public void A_number_that_its_scale_makes_too_large_is_refused()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A"), BadInputTests.Row("B", ("mass", "1000000000000"))));
        run.Run(BadInputTests.Mapping.Replace("item.netMass: mass", "item.netMass: {column: mass, scale: 1000000000}", StringComparison.Ordinal), [file]);
        Assert.Equal("taken A, refused 1, exit 1, TZ0312 3:7", BadInputTests.Outcome(run));
    }

    [Fact]
    public void The_largest_numbers_in_every_field_do_not_overflow()
    {
        using var run = new Assessed();
        const string max = "1000000000000000000";
        var file = run.Write("in.csv", Text([.. Enumerable.Range(0, 20).Select(i => BadInputTests.Row("A" + (i / 10), ("mass", max), ("value", max)))]));
        run.Run(BadInputTests.Mapping + $$"""

            row: item
            """, [file]);
        Assert.Equal(20, run.Count("taken"));
        run.Run(BadInputTests.Mapping.Replace("item.netMass: mass", "item.netMass: mass\n  item.dutyRate: mass\n  item.grossMass: mass\n  item.taxes: value\n  item.price: value\n  declaration.invoiceAmount: value\n  item.supplementaryQuantity: value", StringComparison.Ordinal) + "\n" + Items, [file]);
        Assert.Equal(20, run.Count("taken"));
    }

    [Fact]
    public void Money_recovered_that_is_no_number_is_refused_instead_of_forgotten()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A", ("result", "irregular")) + ",12.5", BadInputTests.Row("B", ("result", "irregular")) + ",12;5").Replace("known\n", "known,money\n", StringComparison.Ordinal));
        run.Run(BadInputTests.Mapping + "\n  recovered: money", [file]);
        Assert.Equal("taken A, refused 1, exit 1, TZ0312 3:12", BadInputTests.Outcome(run));
    }

    [Fact]
    public void The_word_for_missing_counts_in_the_date_of_a_finding_too()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A", ("result", "irregular"), ("known", "NA"))));
        run.Run(BadInputTests.Mapping + "\nmissing: [NA]", [file]);
        Assert.Equal("taken A, exit 0", BadInputTests.Outcome(run));
    }

    [Fact]
    public void A_copy_of_a_file_adds_no_items_to_its_declarations()
    {
        using var run = new Assessed();
        var text = Text(BadInputTests.Row("A"), BadInputTests.Row("A", ("hs", "090112")), BadInputTests.Row("B"));
        run.Run(BadInputTests.Mapping + "\n" + Items, [run.Write("in.csv", text), run.Write("copy.csv", text)]);
        Assert.Equal((3, 3, 0), (run.Count("taken"), run.Count("known"), run.Count("refused")));
        Assert.Equal(["2", "1"], Assessed.Rows(run.OutPath).Skip(1).Select(row => row[3]));
    }

    [Fact]
    public void Equal_rows_without_a_number_are_written_under_numbers_of_their_own()
    {
        using var run = new Assessed();
        var row = BadInputTests.Row("A").Replace(",A,", ",,", StringComparison.Ordinal);
        run.Run(BadInputTests.Mapping.Replace("{column: number, required: true}", "number", StringComparison.Ordinal), [run.Write("in.csv", Text(row, row))]);
        Assert.Equal(2, run.Declarations.Distinct().Count());
    }

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("-0.5e3", "-0.5e3")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("-", "'-")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@sum(1,2)", "\"'@sum(1,2)\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    public void A_minus_before_a_digit_can_begin_a_formula_too(string text, string expected) => Assert.Equal(expected, CsvText.Quote(text));

    [Theory]
    [InlineData("item.origin: origin", "item.orgin: origin", "TZ0111 8:3")]
    [InlineData("item.origin: origin", "item.origin: {column: result}", "TZ0112 8:3")]
    [InlineData("name: test", "name: test\ntimeZone: America/Nowhere", "TZ0114 2:1")]
    public void What_is_wrong_with_a_line_of_the_mapping_is_reported_at_that_line(string line, string replacement, string expected)
    {
        using var run = new Assessed();
        run.Run(BadInputTests.Mapping.Replace(line, replacement, StringComparison.Ordinal), [run.Write("in.csv", Text())]);
        Assert.Equal($"not read, exit 2, {expected}", BadInputTests.Outcome(run));
    }

    [Fact]
    public void A_heading_whose_quotes_do_not_match_is_no_missing_column()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Text(BadInputTests.Row("A")).Replace("hs,", "\"hs,", StringComparison.Ordinal));
        Assert.Equal("not read, exit 1, TZ0306 1:4", BadInputTests.Outcome(run.Run(BadInputTests.Mapping, [file])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_finding_without_a_date_or_a_stated_delay_reaches_neither_history_nor_weights(bool learn)
    {
        using var run = new Assessed();
        var later = run.Write("later.csv", Text([.. Enumerable.Range(0, 60).Select(i => Controlled(i, "2026-02-01", "", ""))]));
        string After(string result, string known)
        {
            var earlier = run.Write("earlier.csv", Text([.. Enumerable.Range(0, 600).Select(i => Controlled(i, $"2025-{1 + (i / 100)}-10", result, known))]));
            run.Run(BadInputTests.Mapping + "\ndates: [yyyy-M-dd]", learn ? [later, "--learn", earlier] : [earlier, later]);
            Assert.Equal(0, run.Exit);
            return string.Concat(Assessed.Rows(run.OutPath).TakeLast(60).SelectMany(row => row));
        }

        var uncontrolled = After("", "");
        Assert.NotEqual(uncontrolled, After("irregular", "2025-9-01"));
        Assert.Equal(uncontrolled, After("irregular", ""));
    }

    private static string Controlled(int i, string date, string result, string known) => BadInputTests.Row("A", ("number", $"{date}-{i}"), ("date", date),
        ("origin", i % 3 == 0 ? "GT" : "CN"), ("result", result.Length == 0 || i % 3 == 0 ? result : "conforme"), ("known", known));

    private static string Text(params string[] rows) => string.Join('\n', rows.Prepend(BadInputTests.Heading)) + "\n";
}
