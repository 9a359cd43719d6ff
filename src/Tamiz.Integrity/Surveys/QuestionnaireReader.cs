using Tamiz.Formats;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Surveys;

/// <summary>Reads a questionnaire.</summary>
public static class QuestionnaireReader
{
    /// <summary>Most categories of a background question, and most statements of a form.</summary>
    public const int Most = 100;

    private const int ManyBackgrounds = 4;

    /// <summary>Reads a questionnaire. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2900 to TZ2906, TZ2950 to TZ2953.</param>
    public static Questionnaire Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var forms = top.Section("forms", required: true);
        var read = Enum.GetValues<Audience>().Select(audience => ReadForm(audience, forms, diagnostics)).ToList();
        forms.RejectUnknownKeys();
        top.RejectUnknownKeys();
        return new Questionnaire(read);
    }

    /// <summary>Reads categories: ids with their words.</summary>
    internal static IReadOnlyList<Category> Categories(YamlSection section, string key, ICollection<Diagnostic> diagnostics)
    {
        var below = section.Section(key);
        var categories = below.Keys.Distinct(StringComparer.Ordinal).Select(id => new Category(id, LocalText.Read(below, id, diagnostics, required: true))).ToList();
        foreach (var category in categories.Where(category => !IsId(category.Id)))
        {
            diagnostics.Add(ReadingDiagnostics.UnusableId.At(below.PlaceOf(category.Id), category.Id));
        }

        if (categories.Count is 1 or > Most)
        {
            diagnostics.Add(QuestionnaireDiagnostics.Categories.At(section.PlaceOf(key), $"{categories.Count}"));
        }

        SayTwice(categories.Select(category => (category.Text, below.PlaceOf(category.Id))), diagnostics);
        return categories;
    }

    private static SurveyForm ReadForm(Audience audience, YamlSection forms, ICollection<Diagnostic> diagnostics)
    {
        var section = forms.Section(AudienceWords.Of(audience), required: true);
        var ids = new Ids(diagnostics);
        var backgrounds = section.Sections("background").Select(one => ReadBackground(one, ids, diagnostics)).ToList();
        var sections = section.Sections("statements");
        var statements = sections.Select(one => ReadStatement(one, ids, diagnostics)).ToList();
        section.RejectUnknownKeys();
        if (statements.Count is 0 or > Most)
        {
            diagnostics.Add(QuestionnaireDiagnostics.Statements.At(section.PlaceOf("statements"), $"{statements.Count}"));
        }

        SayTwice(statements.Zip(sections, (statement, one) => (statement.Text, one.PlaceOf("text"))), diagnostics);
        Weigh(section, backgrounds, statements, diagnostics);
        return new SurveyForm(audience, backgrounds, [.. statements.OrderBy(statement => statement.Factor.Number)]);
    }

    private static void Weigh(YamlSection section, List<Background> backgrounds, List<Statement> statements, ICollection<Diagnostic> diagnostics)
    {
        if (backgrounds.Count > ManyBackgrounds)
        {
            diagnostics.Add(QuestionnaireDiagnostics.ManyBackgrounds.At(section.PlaceOf("background"), $"{backgrounds.Count}"));
        }

        foreach (var factor in Factor.All.Where(factor => statements.Count > 0 && statements.TrueForAll(statement => statement.Factor != factor)))
        {
            diagnostics.Add(QuestionnaireDiagnostics.FactorWithoutStatement.At(section.PlaceOf("statements"), factor.Id));
        }

        if (statements.Count > 1 && statements.TrueForAll(statement => statement.IsReversed == statements[0].IsReversed))
        {
            diagnostics.Add(QuestionnaireDiagnostics.OneDirection.At(section.PlaceOf("statements"), $"reversed: {(statements[0].IsReversed ? "true" : "false")}"));
        }
    }

    private static Background ReadBackground(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var id = ids.Read(section);
        if (IdentifyingColumns.Contains(id))
        {
            diagnostics.Add(QuestionnaireDiagnostics.Identifies.At(section.PlaceOf("id"), id));
        }

        var background = new Background(id, LocalText.Read(section, "text", diagnostics, required: true), Categories(section, "categories", diagnostics));
        section.RejectUnknownKeys();
        return background;
    }

    private static Statement ReadStatement(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var id = ids.Read(section);
        var factor = FactorReading.Find(section.Text("factor", required: true) ?? "", section.PlaceOf("factor"), diagnostics);
        var statement = new Statement(id, factor ?? Factor.All[0], LocalText.Read(section, "text", diagnostics, required: true), section.Flag("reversed", false));
        section.RejectUnknownKeys();
        return statement;
    }

    private static void SayTwice(IEnumerable<(LocalText Text, Place Where)> texts, ICollection<Diagnostic> diagnostics)
    {
        var seen = new HashSet<(Language? Language, string Text)>();
        foreach (var (text, where) in texts)
        {
            if (text.Versions.Where(version => !seen.Add(version)).Select(version => version.Text).FirstOrDefault() is { Length: > 0 } twice)
            {
                diagnostics.Add(QuestionnaireDiagnostics.SameWords.At(where, twice));
            }
        }
    }

    private static bool IsId(string id) => id.Length > 0 && char.IsAsciiLetterOrDigit(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
