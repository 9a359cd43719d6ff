using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Surveys;

/// <summary>Reads survey/ROUND.yaml.</summary>
public static class SurveyRoundReader
{
    /// <summary>Reads a round. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="name">The round's name.</param>
    /// <param name="questionnaire">What is asked.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2904, TZ2905, TZ2907 to TZ2916, TZ2950 to TZ2953.</param>
    public static SurveyRound Read(string yaml, string file, string name, Questionnaire questionnaire, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var (from, to) = (top.Date("from", required: true) ?? default, top.Date("to", required: true) ?? default);
        if (to < from)
        {
            diagnostics.Add(SurveyDiagnostics.DatesTurned.At(top.PlaceOf("to"), $"{to:O}", $"{from:O} or later"));
        }

        var round = new SurveyRound(name, from, to, ReadCollector(top, diagnostics), ReadMode(top), ReadLanguages(top, questionnaire, diagnostics), ReadMinimum(top, diagnostics),
            LocalText.Read(top, "notes", diagnostics), ReadSamples(top, questionnaire, diagnostics));
        top.RejectUnknownKeys();
        return round;
    }

    private static Collector ReadCollector(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var section = top.Section("collector", required: true);
        var name = LocalText.Read(section, "name", diagnostics, required: true);
        var collector = new Collector(name, section.Has("kind") ? section.Choice("kind", Collector.Customs, [.. Collector.Kinds]) : section.Text("kind", required: true) ?? Collector.Customs);
        section.RejectUnknownKeys();
        if (section.Has("kind") && collector.IsCustoms)
        {
            diagnostics.Add(SurveyDiagnostics.SelfCollected.At(section.PlaceOf("kind"), collector.Kind));
        }

        return collector;
    }

    private static SurveyMode ReadMode(YamlSection top) =>
        top.Has("mode") ? top.Choice("mode", "paper", "paper", "online", "mixed") switch { "online" => SurveyMode.Online, "mixed" => SurveyMode.Mixed, _ => SurveyMode.Paper }
        : top.Text("mode", required: true) is null ? SurveyMode.Paper : SurveyMode.Mixed;

    private static IReadOnlyList<Language> ReadLanguages(YamlSection top, Questionnaire questionnaire, ICollection<Diagnostic> diagnostics)
    {
        var languages = new List<Language>();
        foreach (var code in top.Texts("languages", required: true))
        {
            if (Phrasebook.Find(code) is not { } language)
            {
                top.Report("languages", code, "es, fr, en or pt");
                continue;
            }

            languages.Add(language);
            if (questionnaire.Forms.SelectMany(form => form.Statements).FirstOrDefault(statement => statement.Text.Missing.Contains(language)) is { } lacking)
            {
                diagnostics.Add(SurveyDiagnostics.NotTranslated.At(top.PlaceOf("languages"), code, $"statement {lacking.Id} in {code}"));
            }
        }

        return languages;
    }

    private static int ReadMinimum(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var minimum = top.Whole("minimumGroup", SurveyRound.LeastGroup);
        if (minimum < SurveyRound.LeastGroup)
        {
            diagnostics.Add(SurveyDiagnostics.GroupTooSmall.At(top.PlaceOf("minimumGroup"), $"{minimum}"));
        }

        return Math.Max(minimum, SurveyRound.LeastGroup);
    }

    private static List<SurveySample> ReadSamples(YamlSection top, Questionnaire questionnaire, ICollection<Diagnostic> diagnostics)
    {
        var samples = new List<SurveySample>();
        foreach (var form in questionnaire.Forms)
        {
            var section = top.Section(AudienceWords.Of(form.Audience));
            var open = section.Section("categories");
            var own = form.Backgrounds.Where(background => background.Categories.Count == 0 && open.Has(background.Id))
                .ToDictionary(background => background.Id, background => QuestionnaireReader.Categories(open, background.Id, diagnostics), StringComparer.Ordinal);
            var whole = form.With(own);
            open.RejectUnknownKeys();
            var invited = section.Has("invited") ? section.Whole("invited", 0, 0) : (int?)null;
            var source = LocalText.Read(section, "source", diagnostics);
            var population = top.Has(AudienceWords.Of(form.Audience)) ? PopulationReading.Read(section, whole, diagnostics) : new Population([]);
            samples.Add(new SurveySample(whole, population, source, invited));
            section.RejectUnknownKeys();
        }

        return samples;
    }
}
