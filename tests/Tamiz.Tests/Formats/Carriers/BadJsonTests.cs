using System.Text.RegularExpressions;
using Xunit;

namespace Tamiz.Tests.Formats.Carriers;

/// <summary>JSON as it comes in the field, each file run through the whole program (BadJson.cases).</summary>
public sealed partial class BadJsonTests
{
    private const string Mapping = BadInputTests.Mapping + "\nrow: item";

    public static TheoryData<string, string> Table => Cases.Read("BadJson.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_declaration_is_taken_or_refused_with_its_place(string input, string expected)
    {
        using var run = new Assessed();
        var text = DeclarationPattern().Replace(input[(input.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), Declaration);
        run.Run(Mapping, [run.Write("in.json", BadInputTests.Bytes(text))], "--format", "json");
        Assert.Equal(expected, BadInputTests.Outcome(run));
        Assert.Equal(run.Count("read"), run.Count("taken") + run.Count("known") + run.Count("refused"));
    }

    [Fact]
    public void A_refused_item_is_kept_as_a_declaration_of_that_item_which_is_read_once_it_is_mended()
    {
        using var run = new Assessed();
        const string text = "{\"office\":\"HN1\",\"items\":[{\"hs\":\"090111\"}, {\"hs\":\"220830\",\"mass\":\"ten\"},\n {\"hs\":\"870323\"}],\"number\":\"A\",\"date\":\"2026-01-05\"}";
        run.Run(Mapping, [run.Write("in.json", text)]);
        var refused = Assert.Single(Assessed.Rows(run.QuarantinePath).Skip(1));
        Assert.Equal("{\"office\":\"HN1\",\"items\":[{\"hs\":\"220830\",\"mass\":\"ten\"}],\"number\":\"A\",\"date\":\"2026-01-05\"}", refused[8]);
        Assert.Equal(["1", "66", "mass"], refused[1..4]);

        var mended = Reading.Of(run, [run.Write("mended.json", refused[8].Replace("ten", "10", StringComparison.Ordinal))], Mapping);
        Assert.Equal((1L, 0L), (mended.Tally.Taken, mended.Tally.Refused));
    }

    [Fact]
    public void Places_are_the_same_when_the_file_has_to_be_sorted()
    {
        using var run = new Assessed();
        const string item = "{\"hs\":\"090111\",\"mass\":\"ten\"}";
        string Declaration(string number, string date) =>
            $"{{\"number\":\"{number}\",\n\"items\":[{item},\n {item} , {{\"hs\":\"220830\"}}],\n\"office\":\"HN1\",\"date\":\"{date}\"}}";
        string[] declarations = [Declaration("A", "2026-01-05"), Declaration("B", "soon"), Declaration("C", "2026-01-06"), "[]"];
        var file = $"[{string.Join(",\n", declarations)}\n";
        run.Run(Mapping, [run.Write("in.json", file)]);
        var inOrder = Assessed.Rows(run.QuarantinePath).Skip(1).Select(row => string.Join('|', row[1..])).Order(StringComparer.Ordinal).ToList();
        run.Run(Mapping, [run.Write("in.json", file + "," + Declaration("D", "2026-01-01") + "]")]);
        Assert.Equal(inOrder.Where(row => !row.Contains("TZ0323", StringComparison.Ordinal)),
            Assessed.Rows(run.QuarantinePath).Skip(1).Select(row => string.Join('|', row[1..])).Where(row => !row.Contains("\"D\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["D", "A", "C"], run.Declarations);
    }

    [Fact]
    public void Several_items_under_a_mapping_of_one_are_refused_with_what_to_do()
    {
        using var run = new Assessed();
        run.Run(BadInputTests.Mapping, [run.Write("in.json", "{\"number\":\"A\",\"date\":\"2026-01-05\",\"items\":[{},{}]}")]);
        Assert.Equal("taken, refused 1, exit 1, TZ0327 1:47", BadInputTests.Outcome(run));
    }

    [Fact]
    public void The_array_of_items_can_stand_elsewhere_under_headings_that_name_it()
    {
        var mapping = Mapping.Replace("item.hs: hs", "item.hs: goods.lines.hs", StringComparison.Ordinal) + "\nitems: goods.lines";
        var reading = Reading.Of("{\"number\":\"A\",\"date\":\"2026-01-05\",\"origin\":\"GT\",\"goods\":{\"lines\":[{\"hs\":\"090111\"},{\"hs\":\"220830\",\"origin\":\"CN\"}]}}"u8.ToArray(), mapping);
        Assert.Contains("\"Hs\":\"090111\"", Assert.Single(reading.Declarations), StringComparison.Ordinal);
        Assert.Matches("\"Origin\":\"GT\".*\"Hs\":\"220830\".*\"Origin\":\"CN\"", reading.Declarations[0]);
    }

    [Theory]
    [InlineData("json", "office,number\n", "not read, exit 1, TZ0321 0:0")]
    [InlineData("json", "", "not read, exit 1, TZ0301 0:0")]
    [InlineData("parquet", "[]", "not read, exit 1, TZ0331 0:0")]
    [InlineData("csv", "PAR1abc", "not read, exit 1, TZ0302 0:0")]
    [InlineData("xml", "[]", "not read, exit 2")]
    public void A_format_that_the_file_does_not_have_is_said(string format, string text, string expected)
    {
        using var run = new Assessed();
        run.Run(Mapping, [run.Write("in", text)], "--format", format);
        Assert.Equal(expected, BadInputTests.Outcome(run));
    }

    [Fact]
    public void The_mapping_can_name_the_format_and_the_command_another()
    {
        using var run = new Assessed();
        var file = run.Write("in", "office\n");
        Assert.Equal("not read, exit 1, TZ0321 0:0", BadInputTests.Outcome(run.Run(Mapping + "\nformat: json", [file])));
        run.Run(Mapping + "\nformat: json", [file], "--format", "csv");
        Assert.Contains("TZ0303", run.Errors, StringComparison.Ordinal);
    }

    private static string Declaration(Match match)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["office"] = "\"HN1\"", ["number"] = $"\"{match.Groups[1].Value}\"", ["date"] = $"\"2026-01-{match.Groups[1].Value[0] - 'A' + 5:00}\"",
            ["hs"] = "\"090111\"", ["goods"] = "\"Coffee\"", ["origin"] = "\"GT\"", ["mass"] = "10", ["value"] = "100", ["currency"] = "\"USD\"",
        };
        foreach (var pair in match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            fields[pair[0]] = pair[1];
        }

        string Member(string name) => $"\"{name}\":{fields[name]}";
        return $"{{{string.Join(',', fields.Keys.Take(3).Select(Member))},\"items\":[{{{string.Join(',', fields.Keys.Skip(3).Select(Member))}}}]}}";
    }

    [GeneratedRegex(@"\{([A-Z])((?: \w+=(?:\{[^ ]*?\}|""[^""]*(?:\\x5c""[^""]*)*""|[^ }])+)*)\}")]
    private static partial Regex DeclarationPattern();
}
