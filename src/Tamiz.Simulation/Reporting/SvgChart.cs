namespace Tamiz.Simulation.Reporting;

/// <summary>Draws a figure as SVG in the page: no script, colours from the page's style.</summary>
internal sealed class SvgChart(Markup page, Figure figure, FigureWords say)
{
    private const int Width = 720;
    private const int Right = 16;
    private const int Top = 10;

    /// <summary>Draws it.</summary>
    public void Draw()
    {
        switch (figure.Kind)
        {
            case FigureKind.Bars:
                DrawBars();
                break;
            case FigureKind.Ranges:
                DrawRanges();
                break;
            default:
                DrawUpright();
                break;
        }
    }

    private void DrawUpright()
    {
        const int Left = 70;
        const int Height = 220;
        var scale = Scale.Linear(figure.Series.SelectMany(series => series.Values));
        using var svg = Begin(Height + Top + 34);
        foreach (var mark in scale.Marks)
        {
            var y = Top + (Height * (1 - scale.Of(mark)));
            Line(Left, y, Width - Right, y, "g");
            Text(say.Value(figure, mark), Left - 6, y + 4, "end");
        }

        var step = (Width - Left - Right) / (double)Math.Max(1, figure.Categories.Count);
        var every = Math.Max(1, (int)Math.Ceiling(figure.Categories.Count * figure.Categories.Max(name => name.Length) * 8.5 / (Width - Left - Right)));
        for (var i = 0; i < figure.Categories.Count; i += every)
        {
            Text(figure.Categories[i], Left + (step * (i + 0.5)), Top + Height + 18, "middle");
        }

        for (var series = 0; series < figure.Series.Count; series++)
        {
            if (figure.Kind == FigureKind.Columns)
            {
                Columns(series, scale, (Left, Height), step);
            }
            else
            {
                Path(series, scale, (Left, Height), step);
            }
        }
    }

    private void Columns(int series, Scale scale, (int Left, int Height) field, double step)
    {
        for (var i = 0; i < figure.Categories.Count; i++)
        {
            var height = field.Height * scale.Of(figure.Series[series].Values[i]);
            using var rect = page.Open("rect", ("class", Colour(series)), ("x", Markup.At(field.Left + (step * (i + 0.12)))), ("y", Markup.At(Top + field.Height - height)),
                ("width", Markup.At(step * 0.76)), ("height", Markup.At(height)));
            Name(series, i);
        }
    }

    private void Path(int series, Scale scale, (int Left, int Height) field, double step)
    {
        var values = figure.Series[series].Values;
        var points = Enumerable.Range(0, values.Count).Select(i => (X: field.Left + (step * (i + 0.5)), Y: Top + (field.Height * (1 - scale.Of(values[i]))))).ToList();
        page.AddEmpty("polyline", ("class", "l " + Colour(series)), ("points", string.Join(' ', points.Select(point => $"{Markup.At(point.X)},{Markup.At(point.Y)}"))));
        for (var i = 0; i < points.Count; i++)
        {
            using var circle = page.Open("circle", ("class", Colour(series)), ("cx", Markup.At(points[i].X)), ("cy", Markup.At(points[i].Y)), ("r", points.Count > 40 ? "1.6" : "3"));
            Name(series, i);
        }
    }

    private void DrawBars()
    {
        const int Left = 170;
        const int Value = 70;
        var thick = figure.Series.Count == 1 ? 16 : 11;
        var row = (thick * figure.Series.Count) + 7;
        var scale = Scale.Linear(figure.Series.SelectMany(series => series.Values));
        using var svg = Begin((row * figure.Categories.Count) + Top + 6);
        for (var i = 0; i < figure.Categories.Count; i++)
        {
            var y = Top + (row * i);
            Text(Short(figure.Categories[i], 26), Left - 8, y + (row / 2.0) + 1, "end");
            for (var series = 0; series < figure.Series.Count; series++)
            {
                var length = (Width - Left - Right - Value) * scale.Of(figure.Series[series].Values[i]);
                using (page.Open("rect", ("class", Colour(series)), ("x", Markup.At(Left)), ("y", Markup.At(y + (thick * series))), ("width", Markup.At(Math.Max(0.5, length))), ("height", Markup.At(thick - 1))))
                {
                    Name(series, i);
                }

                Text(say.Value(figure, figure.Series[series].Values[i]), Left + length + 6, y + (thick * series) + (thick / 2.0) + 4, "start");
            }
        }
    }

    private void DrawRanges()
    {
        const int Left = 110;
        const int Row = 34;
        var scale = Scale.Logarithmic(figure.Series.SelectMany(series => series.Values));
        var bottom = Top + (Row * figure.Categories.Count);
        using var svg = Begin(bottom + 24);
        foreach (var mark in scale.Marks)
        {
            Line(At(mark), Top, At(mark), bottom, "g");
            Text(say.Value(figure, mark), At(mark), bottom + 16, "middle");
        }

        for (var i = 0; i < figure.Categories.Count; i++)
        {
            var y = Top + (Row * (i + 0.5));
            var (low, quarter, median, three, high) = (Of(0, i), Of(1, i), Of(2, i), Of(3, i), Of(4, i));
            Text(figure.Categories[i], Left - 8, y + 4, "end");
            Line(low, y, high, y, "w");
            using (page.Open("rect", ("class", Colour(0)), ("x", Markup.At(quarter)), ("y", Markup.At(y - 8)), ("width", Markup.At(Math.Max(1, three - quarter))), ("height", "16")))
            {
                page.Add("title", $"{figure.Categories[i]}: {string.Join("; ", figure.Series.Select(series => $"{series.Name} {say.Value(figure, series.Values[i])}"))}");
            }

            Line(median, y - 11, median, y + 11, "m");
        }

        double At(double value) => Left + ((Width - Left - Right - 20) * scale.Of(value));
        double Of(int series, int i) => At(figure.Series[series].Values[i]);
    }

    private IDisposable Begin(int height)
    {
        var svg = page.Open("svg", ("viewBox", $"0 0 {Width} {height}"), ("role", "img"), ("aria-label", say.Title(figure)));
        return svg;
    }

    private void Name(int series, int category)
    {
        var name = figure.Series[series].Name;
        page.Add("title", $"{figure.Categories[category]}{(name.Length > 0 ? ", " + name : "")}: {say.Value(figure, figure.Series[series].Values[category])}");
    }

    private void Text(string text, double x, double y, string anchor) =>
        page.Add("text", text, ("x", Markup.At(x)), ("y", Markup.At(y)), ("text-anchor", anchor));

    private void Line(double x1, double y1, double x2, double y2, string style) =>
        page.AddEmpty("line", ("class", style), ("x1", Markup.At(x1)), ("y1", Markup.At(y1)), ("x2", Markup.At(x2)), ("y2", Markup.At(y2)));

    private string Colour(int series) => figure.ColourOf(series);

    private static string Short(string name, int most) => name.Length <= most ? name : name[..(most - 1)] + "…";
}
