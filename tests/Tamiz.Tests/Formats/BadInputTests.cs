using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Tamiz.Tests.Formats;

/// <summary>Files as they come in the field, each run through the whole program (BadInputs.cases).</summary>
public sealed partial class BadInputTests
{
    public const string Heading = "office,number,date,hs,goods,origin,mass,value,currency,result,known";

    public const string Mapping = """
        name: test
        fields:
          declaration.office: office
          declaration.number: {column: number, required: true}
          declaration.lodgedAt: date
          item.hs: hs
          item.description: goods
          item.origin: origin
          item.netMass: mass
          item.customsValue: value
          item.customsValueCurrency: currency
        finding:
          column: result
          nonCompliant: [irregular]
          compliant: [conforme]
          area: revenue
          knownAt: known
        """;

    private static readonly string[] Columns = Heading.Split(',');
    private static readonly string[] Untaken = ["known", "refused"];

    public static TheoryData<string, string> Table => Cases.Read("BadInputs.cases");

    /// <summary>One good row; any field can be replaced.</summary>
    public static string Row(string number, params (string Column, string Value)[] replaced)
    {
        string[] fields = ["HN1", number, $"2026-01-{number[0] - 'A' + 5:00}", "090111", "Coffee", "GT", "10", "100", "USD", "", ""];
        foreach (var (column, value) in replaced)
        {
            fields[Array.IndexOf(Columns, column)] = value;
        }

        return string.Join(',', fields);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_row_is_taken_or_refused_with_its_place(string input, string expected)
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Bytes(input[(input.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
        run.Run(Mapping, [file]);
        Assert.Equal(expected, Outcome(run));
        Assert.Equal(run.Count("read"), run.Count("taken") + run.Count("known") + run.Count("refused"));
    }

    /// <summary>The outcome in the words of the table.</summary>
    public static string Outcome(Assessed run)
    {
        var words = new List<string>();
        if (run.Json is null)
        {
            words.Add("not read");
        }
        else
        {
            Assert.Equal(run.Count("declarations"), run.Declarations.Count());
            words.Add(string.Join(' ', run.Declarations.Prepend("taken")));
            words.AddRange(Untaken.Where(name => run.Count(name) > 0).Select(name => $"{name} {run.Count(name)}"));
        }

        words.Add($"exit {run.Exit}");
        words.AddRange(run.Diagnostics);
        words.AddRange(run.Checks.Select(code => "says " + code));
        return string.Join(", ", words);
    }

    /// <summary>The bytes that a case describes; see the head of BadInputs.cases.</summary>
    public static byte[] Bytes(string text)
    {
        var repeated = RepeatPattern().Replace(text, match => string.Concat(Enumerable.Repeat(match.Groups[1].Value, int.Parse(match.Groups[2].Value, null))));
        var rows = RowPattern().Replace(repeated, match => match.Groups[1].Value == "H" ? Heading : Row(match.Groups[1].Value,
            [.. match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))]));
        using var bytes = new MemoryStream();
        var position = 0;
        foreach (Match escape in EscapePattern().Matches(rows))
        {
            bytes.Write(Encoding.UTF8.GetBytes(rows[position..escape.Index]));
            bytes.Write(Unescaped(escape.Value));
            position = escape.Index + escape.Length;
        }

        bytes.Write(Encoding.UTF8.GetBytes(rows[position..]));
        return bytes.ToArray();
    }

    private static byte[] Unescaped(string escape) => escape[1] switch
    {
        'n' => [(byte)'\n'],
        'r' => [(byte)'\r'],
        't' => [(byte)'\t'],
        's' => [(byte)' '],
        'x' => [Convert.ToByte(escape[2..], 16)],
        _ => Encoding.UTF8.GetBytes(char.ConvertFromUtf32(Convert.ToInt32(escape[2..], 16))),
    };

    [GeneratedRegex(@"\{([A-Z])((?: \w+=[^ }]*)*)\}")]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"\{([^\s{}]+?)\*(\d+)\}")]
    private static partial Regex RepeatPattern();

    [GeneratedRegex(@"\\(?:[nrts]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4,5})")]
    private static partial Regex EscapePattern();
}
