namespace Tamiz.Simulation.Reporting;

/// <summary>The words of a figure in one language.</summary>
internal sealed class FigureWords(Phrasebook words)
{
    private const string Nothing = "–";

    public Phrasebook Words => words;

    /// <summary>A value as it is written everywhere.</summary>
    public string Value(Figure figure, double value) => double.IsNaN(value) ? Nothing : figure.Unit == "share" ? words.Percent(value) : words.Number(value);

    /// <summary>A number of the head.</summary>
    public string Value(HeadFigure head) => double.IsNaN(head.Value) ? Nothing : head.IsShare ? words.Percent(head.Value) : words.Number(head.Value);

    /// <summary>What a number of the head is.</summary>
    public string Title(HeadFigure head, Portrait portrait) => words.Say("hero." + head.Id, ("currency", portrait.Currency));

    public string Title(Figure figure) => words["figure." + figure.Id];

    public string Unit(Figure figure) => words["axis." + figure.Unit];

    public string Caption(Figure figure) =>
        words.Say("caption." + figure.Id, [.. figure.Shares.Select(share => (share.Key, words.Percent(share.Value)))]);

    public string Intro(Portrait portrait) => words.Say("simulate.report.intro",
        ("seed", portrait.Seed), ("begin", $"{portrait.Begin:yyyy-MM-dd}"), ("end", $"{portrait.End:yyyy-MM-dd}"));

    public string Title(Portrait portrait) => words.Say("simulate.report.title", ("country", portrait.Country));
}
