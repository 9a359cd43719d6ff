using CsCheck;
using Tamiz.Intelligence;
using Xunit;

namespace Tamiz.Tests.Intelligence;

public sealed class ReportReaderTests
{
    private const string Whole = """
        reports:
          - id: IR-2026-014
            title: Bananas
            source: B
            credibility: 2
            origin: TIP-77
            received: 2026-01-10
            validFrom: 2026-01-12
            validTo: 2026-07-01
            area: drugs
            handling: restricted
            mustControl: true
            when:
              item.hs: ["0803", "08.07"]
              exporter.name: ["Frutas del Sur, S.A."]
        """;

    [Fact]
    public void A_report_is_read_key_by_key()
    {
        var diagnostics = new List<Diagnostic>();
        var report = Assert.Single(ReportReader.Read(Whole, "r.yaml", diagnostics));
        Assert.Empty(diagnostics);
        Assert.Equal(("IR-2026-014", "Bananas", "B2", "TIP-77", "drugs", "restricted", true),
            (report.Id, report.Title, report.Grade.ToString(), report.Origin, report.Area, report.Handling, report.MustControl));
        Assert.Equal((new DateOnly(2026, 1, 10), new DateOnly(2026, 1, 12), new DateOnly(2026, 7, 1)), (report.Received, report.ValidFrom, report.ValidTo));
        Assert.Equal(["0803", "0807"], report.When[0].Values);
        Assert.Equal(["FRUTAS SUR"], report.When[1].Values);
    }

    [Theory]
    [InlineData("    origin: TIP-77\n", "", "")]
    [InlineData("    validTo: 2026-07-01\n", "", "TZ0103")]
    [InlineData("    source: B\n", "", "TZ0103")]
    [InlineData("source: B", "source: G", "TZ0104")]
    [InlineData("credibility: 2", "credibility: 7", "TZ0104")]
    [InlineData("credibility: 2", "credibility: 1", "TZ0801")]
    [InlineData("credibility: 2", "credibility: 1\n    corroborated: true", "")]
    [InlineData("validTo: 2026-07-01", "validTo: 2026-01-11", "TZ0104")]
    [InlineData("validTo: 2026-07-01", "validTo: soon", "TZ0104")]
    [InlineData("handling:", "handlling:", "TZ0102")]
    [InlineData("item.hs:", "item.sh:", "TZ0104")]
    [InlineData("\"08.07\"", "\"08O7\"", "TZ0104")]
    [InlineData("[\"0803\", \"08.07\"]", "[]", "TZ0104")]
    [InlineData("item.hs:", "item.hs2:", "TZ0104 TZ0104")]
    [InlineData("[\"Frutas del Sur, S.A.\"]", "[\"S.A.\"]", "TZ0104")]
    [InlineData("mustControl: true", "mustControl: perhaps", "TZ0104")]
    public void A_report_with_an_error_is_left_out_and_says_why(string replace, string by, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        var text = Whole.ReplaceLineEndings("\n").Replace(replace, by, StringComparison.Ordinal);
        var reports = ReportReader.Read(text, "r.yaml", diagnostics);
        Assert.Equal(expected, string.Join(' ', diagnostics.Select(d => d.Code)));
        Assert.Equal(!diagnostics.Exists(d => d.Rule.Severity == Severity.Error), reports.Count == 1);
        Assert.All(diagnostics, d => Assert.True(d.Where.Line > 0));
    }

    [Fact]
    public void Credibility_1_without_corroboration_counts_as_2_and_origin_is_the_id()
    {
        var text = Whole.Replace("credibility: 2", "credibility: 1", StringComparison.Ordinal).Replace("origin: TIP-77", "corroborated: false", StringComparison.Ordinal);
        var report = Assert.Single(ReportReader.Read(text, "r.yaml", []));
        Assert.Equal(new Grade('B', 2), report.Grade);
        Assert.Equal("IR-2026-014", report.Origin);
    }

    [Fact]
    public void The_unknown_field_comes_with_the_nearest()
    {
        var diagnostics = new List<Diagnostic>();
        ReportReader.Read(Whole.Replace("exporter.name", "exporter.nam", StringComparison.Ordinal), "r.yaml", diagnostics);
        Assert.Contains("exporter.name", Assert.Single(diagnostics).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_reports_with_one_id_the_first_is_used()
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Single(ReportReader.Read(Whole + "\n" + Whole[(Whole.IndexOf('\n', StringComparison.Ordinal) + 1)..], "r.yaml", diagnostics));
        Assert.Equal(ReportReader.Duplicate, Assert.Single(diagnostics).Rule);
    }

    [Fact]
    public void Damaged_files_never_throw()
    {
        var noise = Gen.OneOf(Gen.String[0, 5], Gen.String[Gen.Char["[]{}\"'~:-#&*!|>%@`?, \t\n08\uD800"], 1, 4]);
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 12], noise).Sample((at, length, text) =>
        {
            ReportReader.Read(Whole[..at] + text + Whole[Math.Min(Whole.Length, at + length)..], "r.yaml", []);
        }, iter: 2000);
    }

    [Fact]
    public void A_better_grade_weighs_more_and_what_cannot_be_judged_is_not_the_worst()
    {
        for (var source = 'A'; source < 'E'; source++)
        {
            for (var credibility = 1; credibility < 5; credibility++)
            {
                Assert.True(new Grade(source, credibility).Weight > new Grade((char)(source + 1), credibility).Weight);
                Assert.True(new Grade(source, credibility).Weight > new Grade(source, credibility + 1).Weight);
            }
        }

        Assert.True(new Grade('F', 6).Weight > new Grade('E', 5).Weight);
        Assert.True(new Grade('F', 2).Weight > new Grade('E', 2).Weight);
        Assert.True(new Grade('C', 6).Weight > new Grade('C', 5).Weight);
    }
}
