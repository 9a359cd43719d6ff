using System.Globalization;
using System.Text;

namespace Tamiz.Simulation.Reporting;

/// <summary>The report as plain text of 80 columns.</summary>
public static class TextPage
{
    private const int Width = 80;
    private const int LabelWidth = 30;
    private const int BarWidth = 28;
    private const int MostRows = 12;
    private const int MostMonths = 36;

    /// <summary>Writes it.</summary>
    /// <param name="portrait">The numbers.</param>
    /// <param name="words">The language.</param>
    public static string Write(Portrait portrait, Phrasebook words)
    {
        var (text, say) = (new StringBuilder(), new FigureWords(words));
        text.AppendLine(say.Title(portrait));
        AppendWrapped(text, say.Intro(portrait), "");
        AppendWrapped(text, words["simulate.report.truthWhole"], "");
        text.AppendLine();
        foreach (var head in portrait.Head)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Fit(say.Title(head, portrait), 56),-56} {say.Value(head),20}");
        }

        foreach (var figure in portrait.Figures)
        {
            Append(text, figure, say);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, Figure figure, FigureWords say)
    {
        text.AppendLine();
        AppendWrapped(text, $"{say.Title(figure)} ({say.Unit(figure)}){(figure.IsTruth ? " · " + say.Words["simulate.report.truth"] : "")}", "");
        AppendWrapped(text, say.Caption(figure), "  ");
        if (figure.Kind == FigureKind.Lines && figure.Categories.Count > MostMonths)
        {
            AppendSparks(text, figure, say);
        }
        else if (figure.Series.Count == 1)
        {
            AppendBars(text, figure, say);
        }
        else
        {
            AppendTable(text, figure, say);
        }
    }

    private static void AppendBars(StringBuilder text, Figure figure, FigureWords say)
    {
        var values = figure.Series[0].Values;
        var largest = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Max();
        var shown = figure.Kind == FigureKind.Bars ? Math.Min(MostRows, values.Count) : values.Count;
        for (var i = 0; i < shown; i++)
        {
            var length = largest > 0 && !double.IsNaN(values[i]) ? (int)Math.Round(values[i] / largest * BarWidth) : 0;
            text.AppendLine($"  {Fit(figure.Categories[i], LabelWidth),-LabelWidth} {say.Value(figure, values[i]),14} {new string('█', length)}".TrimEnd());
        }

        if (shown < values.Count)
        {
            text.AppendLine("  " + say.Words.Say("simulate.report.others", ("count", say.Words.Number(values.Count - shown))));
        }
    }

    // Names too long for a column stand below, under a letter.
    private static void AppendTable(StringBuilder text, Figure figure, FigureWords say)
    {
        var label = figure.Kind == FigureKind.Bars ? 18 : 10;
        var column = Math.Min(14, (Width - label - 4) / Math.Max(1, figure.Series.Count));
        var lettered = figure.Series.Any(series => series.Name.Length >= column);
        var heads = figure.Series.Select((series, i) => lettered ? LetterOf(i) : series.Name);
        text.AppendLine("  " + new string(' ', label) + string.Concat(heads.Select(head => " " + head.PadLeft(column - 1))));
        for (var i = 0; i < figure.Categories.Count; i++)
        {
            var cells = figure.Series.Select(series => " " + Fit(say.Value(figure, series.Values[i]), column - 1).PadLeft(column - 1));
            text.AppendLine("  " + Fit(figure.Categories[i], label).PadRight(label) + string.Concat(cells));
        }

        for (var i = 0; lettered && i < figure.Series.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {LetterOf(i)} {Fit(figure.Series[i].Name, Width - 4)}");
        }
    }

    private static string LetterOf(int series) => ((char)('A' + series)).ToString();

    private static void AppendSparks(StringBuilder text, Figure figure, FigureWords say)
    {
        const string Heights = "▁▂▃▄▅▆▇█";
        foreach (var series in figure.Series)
        {
            var largest = series.Values.DefaultIfEmpty(0).Max();
            var line = string.Concat(series.Values.Select(value => Heights[largest > 0 ? (int)Math.Round(value / largest * (Heights.Length - 1)) : 0]));
            foreach (var part in line.Chunk(Width - 4))
            {
                text.AppendLine("  " + new string(part));
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"  {say.Value(figure, series.Values.DefaultIfEmpty(0).Min())} … {say.Value(figure, largest)}{(series.Name.Length > 0 ? " · " + series.Name : "")}");
        }
    }

    private static void AppendWrapped(StringBuilder text, string words, string indent)
    {
        var line = new StringBuilder(indent);
        foreach (var word in words.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + word.Length + 1 > Width)
            {
                text.AppendLine(line.ToString());
                line.Clear().Append(indent);
            }

            line.Append(line.Length > indent.Length ? " " : "").Append(word);
        }

        text.AppendLine(line.ToString());
    }

    // Names come from files: what does not fit, and what a terminal would obey, is left out.
    private static string Fit(string name, int width)
    {
        var clean = new string([.. name.Where(letter => !char.IsControl(letter))]);
        return clean.Length <= width ? clean : clean[..(width - 1)] + "…";
    }
}
