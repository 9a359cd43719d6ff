using System.Text;
using Tamiz.Integrity.Surveys;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class BadSurveyTests
{
    public static TheoryData<string, string> BadSurveys => Cases.Read("BadSurveys.cases");

    [Theory]
    [MemberData(nameof(BadSurveys))]
    public void What_is_wrong_is_said_with_its_line_and_what_was_found(string change, string expected)
    {
        var (file, rest) = (change.Split(" · ", 2)[0], change.Split(" · ", 2)[1]);
        var parts = rest.Split("→").Select(part => part.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal)).ToArray();
        var (before, after) = (Trimmed(parts[0]), parts.Length > 1 ? Trimmed(parts[1]) : "");
        var text = SmallSurvey.TextOf(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        var changed = text[..text.IndexOf(before, StringComparison.Ordinal)] + after + text[(text.IndexOf(before, StringComparison.Ordinal) + before.Length)..];
        var diagnostics = SmallSurvey.Read(file, changed);
        var wanted = expected.Split('·').Select(part => part.Trim()).ToArray();
        var found = diagnostics.Where(diagnostic => diagnostic.Code == wanted[0] && diagnostic.Found.Contains(wanted[1], StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, string.Join('\n', diagnostics));
        Assert.True(found.Exists(diagnostic => diagnostic.Where.Line == long.Parse(wanted[2], System.Globalization.CultureInfo.InvariantCulture)), string.Join('\n', found));
        Assert.All(found, diagnostic => Assert.False(string.IsNullOrEmpty(diagnostic.Rule.Advice)));
    }

    [Theory]
    [InlineData("questionnaire")]
    [InlineData("round")]
    [InlineData("answers")]
    [InlineData("releases")]
    public void What_is_right_is_read_without_an_error(string file) =>
        Assert.DoesNotContain(SmallSurvey.Read(file, SmallSurvey.TextOf(file)), diagnostic => diagnostic.Rule.Severity == Severity.Error);

    [Fact]
    public void Other_encodings_and_kinds_of_file_are_refused()
    {
        var text = SmallSurvey.TextOf("answers");
        Assert.Contains("TZ0302", Codes(Encoding.Unicode.GetBytes(text)));
        Assert.Contains("TZ0302", Codes([.. "PK\u0003\u0004"u8, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Contains("TZ0307", Codes(Encoding.Latin1.GetBytes(text.Replace("border", "frontière", StringComparison.Ordinal))));
        Assert.Empty(Codes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
    }

    private static List<string> Codes(byte[] content)
    {
        var diagnostics = new List<Diagnostic>();
        AnswerReader.Read(content, "answers.csv", SmallSurvey.Form, diagnostics);
        return [.. diagnostics.Select(diagnostic => diagnostic.Code)];
    }

    // One blank on either side belongs to the table, not to the text.
    private static string Trimmed(string part) => part.TrimEnd(' ') is var text && text.StartsWith(' ') ? text[1..] : part.TrimEnd(' ');
}
