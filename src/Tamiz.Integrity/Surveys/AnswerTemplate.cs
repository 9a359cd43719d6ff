using System.Globalization;
using System.Text;

namespace Tamiz.Integrity.Surveys;

/// <summary>An empty file of answers, and the book of its codes.</summary>
public static class AnswerTemplate
{
    /// <summary>The heading line of a file of answers.</summary>
    public static string Headings(SurveyForm form) =>
        string.Join(',', form.Backgrounds.Where(background => background.Categories.Count > 0).Select(background => background.Id).Concat(form.Statements.Select(statement => statement.Id))) + "\n";

    /// <summary>What each column and each code means, as CSV: column, number on the form, code, text.</summary>
    /// <param name="form">The form.</param>
    /// <param name="words">Words with those of integrity.</param>
    public static string Codebook(SurveyForm form, Phrasebook words)
    {
        var lines = new StringBuilder();
        Add(lines, words["survey.column"], words["plan.number"], words["survey.code"], words["survey.text"]);
        foreach (var background in form.Backgrounds.Where(background => background.Categories.Count > 0))
        {
            Add(lines, background.Id, "", "", background.Text.In(words.Language));
            foreach (var category in background.Categories)
            {
                Add(lines, background.Id, "", category.Id, category.Text.In(words.Language));
            }
        }

        foreach (var (index, statement) in form.Statements.Index())
        {
            Add(lines, statement.Id, (index + 1).ToString(CultureInfo.InvariantCulture), "1-5", statement.Text.In(words.Language));
            Add(lines, statement.Id, "", "0", words["survey.cannotSay"]);
        }

        return lines.ToString();
    }

    private static void Add(StringBuilder lines, params ReadOnlySpan<string> fields)
    {
        string[] quoted = [.. fields.ToArray().Select(field => field.AsSpan().ContainsAny(",\"\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field)];
        lines.Append(string.Join(',', quoted)).Append('\n');
    }
}
