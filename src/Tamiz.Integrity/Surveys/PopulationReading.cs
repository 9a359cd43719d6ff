using System.Globalization;
using Tamiz.Formats;

namespace Tamiz.Integrity.Surveys;

/// <summary>Reads how many persons there are, by joint cells or by margins.</summary>
internal static class PopulationReading
{
    private const string Persons = "persons";

    /// <summary>Reads the key population.</summary>
    public static Population Read(YamlSection section, SurveyForm form, ICollection<Diagnostic> diagnostics)
    {
        var cells = new List<PopulationCell>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in section.Sections("population"))
        {
            var cell = new PopulationCell(Categories(one, form, diagnostics), ReadPersons(one));
            one.RejectUnknownKeys();
            if (!taken.Add(NameOf(cell)))
            {
                diagnostics.Add(SurveyDiagnostics.CellTwice.At(one.Place, NameOf(cell)));
            }

            cells.Add(cell);
        }

        if (cells.Count == 0)
        {
            diagnostics.Add(SurveyDiagnostics.NoPopulation.At(section.PlaceOf("population"), ""));
        }

        Weigh(cells, section.PlaceOf("population"), form, diagnostics);
        return new Population(cells);
    }

    private static Dictionary<string, string> Categories(YamlSection cell, SurveyForm form, ICollection<Diagnostic> diagnostics)
    {
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var background in form.Backgrounds.Where(background => cell.Has(background.Id)))
        {
            var category = cell.Text(background.Id) ?? "";
            categories[background.Id] = category;
            if (background.Categories.All(one => one.Id != category))
            {
                string[] known = [.. background.Categories.Select(one => one.Id)];
                diagnostics.Add(SurveyDiagnostics.UnknownCategory.At(cell.PlaceOf(background.Id), category, Nearest.To(category, known) is { } near ? $"«{near}»" : "one of " + string.Join(", ", known)));
            }
        }

        return categories;
    }

    private static long ReadPersons(YamlSection cell) => cell.Has(Persons) ? cell.Whole(Persons, 0, 0) : cell.Text(Persons, required: true) is null ? 0 : 1;

    private static void Weigh(List<PopulationCell> cells, Place where, SurveyForm form, ICollection<Diagnostic> diagnostics)
    {
        var tables = cells.GroupBy(cell => string.Join(" × ", cell.Categories.Keys), StringComparer.Ordinal).ToList();
        if (tables.Count > 1 && tables.Exists(table => table.First().Categories.Count != 1))
        {
            diagnostics.Add(SurveyDiagnostics.MixedTables.At(where, string.Join("; ", tables.Select(table => table.Key))));
            return;
        }

        if (tables.Select(table => table.Sum(cell => cell.Persons)).Distinct().Count() > 1)
        {
            diagnostics.Add(SurveyDiagnostics.TotalsDiffer.At(where, string.Join("; ", tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key}: {table.Sum(cell => cell.Persons)}")))));
        }

        foreach (var background in form.Backgrounds.Where(background => cells.Exists(cell => cell.Categories.ContainsKey(background.Id))))
        {
            foreach (var category in background.Categories.Where(category => cells.TrueForAll(cell => cell.Categories.GetValueOrDefault(background.Id) != category.Id)))
            {
                diagnostics.Add(SurveyDiagnostics.CategoryWithoutPersons.At(where with { Field = background.Id }, category.Id));
            }
        }
    }

    private static string NameOf(PopulationCell cell) => string.Join(", ", cell.Categories.Select(one => $"{one.Key}: {one.Value}"));
}
