using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>Sets a release beside those before it.</summary>
public static class Releases
{
    private const string Counts = "respondents";

    /// <summary>What the figures would publish, as entries of the log.</summary>
    public static IReadOnlyList<ReleaseEntry> Entries(SurveyFigures figures)
    {
        var entries = new List<ReleaseEntry>();
        void Add(string table, string cell, int? respondents, string text)
        {
            if (respondents is { } n)
            {
                entries.Add(new(figures.Round, figures.PopulationId, table, cell, n, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
            }
        }

        Add(Counts, "", figures.Respondents.Respondents, Text(figures.Respondents.Respondents));
        foreach (var (stratum, category) in figures.Strata.SelectMany(stratum => stratum.Categories.Select(category => (stratum, category))))
        {
            Add(Counts, $"{stratum.Stratum}={category.Category}", category.Respondents, Text(category.Respondents));
        }

        foreach (var (table, cell) in figures.Crosses.SelectMany(table => table.Cells.Select(cell => (table, cell))))
        {
            Add(Counts, $"{table.Rows}={cell.Row};{table.Columns}={cell.Column}", cell.Respondents, Text(cell.Respondents));
        }

        foreach (var statement in figures.Statements)
        {
            Add("statement:" + statement.Statement, "", statement.Mean.Answers, Text(statement.Favourable) + Text(statement.Mean));
        }

        foreach (var factor in figures.Factors)
        {
            Add("factor:" + factor.Factor.Id, "", factor.Index.Answers, Text(factor.Index));
            foreach (var one in factor.ByCategory)
            {
                Add("factor:" + factor.Factor.Id, $"{one.Stratum}={one.Category}", one.Index.Answers, Text(one.Index));
            }
        }

        return entries;
    }

    /// <summary>
    /// The cells that must be withheld beside earlier releases of the same round and population. Where no cell of a table changed, none. Where
    /// one did, only the figure of all respondents may follow, if they are at least a group more or fewer than in each release before; every
    /// other cell that is not published already, nested ones and new ones too, would tell who was added or taken out.
    /// </summary>
    /// <param name="log">What was published.</param>
    /// <param name="figures">What is to be published.</param>
    /// <param name="minimumGroup">The fewest respondents of a group.</param>
    public static IReadOnlyList<ReleaseEntry> Check(ReleaseLog log, SurveyFigures figures, int minimumGroup)
    {
        var earlier = log.Entries.Where(entry => entry.Round == figures.Round && entry.Population == figures.PopulationId).ToLookup(entry => entry.Table);
        return [.. Entries(figures).GroupBy(entry => entry.Table).SelectMany(table => Withheld(earlier[table.Key].ToList(), [.. table], minimumGroup))];
    }

    private static IEnumerable<ReleaseEntry> Withheld(List<ReleaseEntry> before, List<ReleaseEntry> now, int minimumGroup)
    {
        var cells = before.Select(entry => entry.Cell).ToHashSet(StringComparer.Ordinal);
        var fresh = now.Except(before).ToList();
        var isChanged = fresh.Any(entry => cells.Contains(entry.Cell)) || (cells.Contains("") && now.All(entry => entry.Cell.Length > 0));
        return !isChanged ? [] : fresh.Where(entry =>
            entry.Cell.Length > 0 || before.Any(old => old.Cell.Length == 0 && Math.Abs(old.Respondents - entry.Respondents) < minimumGroup));
    }

    private static string Text(Figure figure) => Text(figure.Value) + Text(figure.Lower) + Text(figure.Upper) + Text(figure.Answers);

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) + ";";
}
