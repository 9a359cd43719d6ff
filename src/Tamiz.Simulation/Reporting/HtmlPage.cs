namespace Tamiz.Simulation.Reporting;

/// <summary>The report as one HTML file: charts in it as SVG, light and dark by the reader's setting, no script, nothing from elsewhere.</summary>
public static class HtmlPage
{
    private const string Style = """

        :root{color-scheme:light dark;--page:#fbfaf7;--ink:#1d2730;--soft:#5c6873;--rule:#dcd9d0;--card:#fff;--truth:#9a3412;
        --c0:#1f6f9f;--c1:#c4572b;--c2:#2f8f6b;--c3:#9a5fa8;--c4:#b8860b;--c5:#5a6f8c;--c6:#c0392b;--c7:#d9a514}
        @media (prefers-color-scheme:dark){:root{--page:#14181c;--ink:#e6e9ec;--soft:#9aa6b1;--rule:#2e363e;--card:#1b2126;--truth:#f0a27b;
        --c0:#5fb2e0;--c1:#ee8a5f;--c2:#5cc49a;--c3:#c791d4;--c4:#e0b84a;--c5:#97abc7;--c6:#ef6f61;--c7:#e8c14d}}
        @media print{:root{color-scheme:light;--page:#fff;--ink:#000;--soft:#444;--rule:#bbb;--card:#fff;--truth:#7a2a0e;
        --c0:#1f6f9f;--c1:#c4572b;--c2:#2f8f6b;--c3:#9a5fa8;--c4:#b8860b;--c5:#5a6f8c;--c6:#c0392b;--c7:#d9a514}figure{break-inside:avoid}}
        *{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        main{max-width:980px;margin:0 auto;padding:2rem 1rem}h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
        p{margin:.3rem 0;color:var(--soft);max-width:46rem}
        dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.7rem;margin:1.6rem 0}
        dl div{background:var(--card);border:1px solid var(--rule);border-radius:.4rem;padding:.7rem .9rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
        dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.5rem;font-variant-numeric:tabular-nums}
        figure{margin:1.2rem 0;background:var(--card);border:1px solid var(--rule);border-radius:.4rem;padding:1rem}
        figure.truth{border-left:.3rem solid var(--truth)}h2{font-size:1.1rem;margin:0}figcaption{color:var(--soft);font-size:.9rem;margin:.1rem 0 .6rem}
        .mark{color:var(--truth);font-weight:600}svg{display:block;width:100%;height:auto;font:12px system-ui,sans-serif}
        text{fill:var(--soft)}.g{stroke:var(--rule)}.w{stroke:var(--soft);stroke-width:2}.m{stroke:var(--ink);stroke-width:2.5}
        .c0{fill:var(--c0);color:var(--c0)}.c1{fill:var(--c1);color:var(--c1)}.c2{fill:var(--c2);color:var(--c2)}
        .c3{fill:var(--c3);color:var(--c3)}.c4{fill:var(--c4);color:var(--c4)}.c5{fill:var(--c5);color:var(--c5)}
        .c6{fill:var(--c6);color:var(--c6)}.c7{fill:var(--c7);color:var(--c7)}
        .l{fill:none;stroke:currentColor;stroke-width:2}.key{list-style:none;margin:0 0 .5rem;padding:0;display:flex;gap:1.2rem;flex-wrap:wrap;font-size:.9rem}
        .key b{display:inline-block;width:.8rem;height:.8rem;margin-right:.4rem;background:currentColor;border-radius:.15rem}.key span{color:var(--ink)}
        details{margin-top:.6rem;font-size:.9rem}summary{cursor:pointer;color:var(--soft)}.wide{overflow-x:auto}
        table{border-collapse:collapse;margin-top:.4rem;font-variant-numeric:tabular-nums}th,td{padding:.15rem .7rem;border-bottom:1px solid var(--rule);text-align:right;font-weight:400}
        th:first-child{text-align:left}thead th{color:var(--soft)}

        """;

    /// <summary>Writes it; it is XML as well.</summary>
    /// <param name="portrait">The numbers.</param>
    /// <param name="words">The language.</param>
    public static string Write(Portrait portrait, Phrasebook words)
    {
        var say = new FigureWords(words);
        using var page = new Markup();
        using (page.Open("html", ("lang", words.Language.ToString().ToLowerInvariant())))
        {
            using (page.Open("head"))
            {
                page.AddEmpty("meta", ("charset", "utf-8"));
                page.AddEmpty("meta", ("name", "viewport"), ("content", "width=device-width"));
                page.Add("title", say.Title(portrait));
                page.Add("style", Style);
            }

            using (page.Open("body"))
            using (page.Open("main"))
            {
                page.Add("h1", say.Title(portrait));
                page.Add("p", say.Intro(portrait));
                page.Add("p", words["simulate.report.truthWhole"]);
                WriteHead(page, portrait, say);
                foreach (var figure in portrait.Figures)
                {
                    Write(page, figure, say);
                }
            }
        }

        return page.ToString() + "\n";
    }

    private static void WriteHead(Markup page, Portrait portrait, FigureWords say)
    {
        using var list = page.Open("dl");
        foreach (var head in portrait.Head)
        {
            using var one = page.Open("div");
            page.Add("dt", say.Title(head, portrait));
            page.Add("dd", say.Value(head), ("id", head.Id));
        }
    }

    private static void Write(Markup page, Figure figure, FigureWords say)
    {
        using var whole = page.Open("figure", ("id", "figure-" + figure.Id), ("class", figure.IsTruth ? "truth" : "observed"));
        page.Add("h2", say.Title(figure));
        using (page.Open("figcaption"))
        {
            if (figure.IsTruth)
            {
                page.Add("span", say.Words["simulate.report.truth"], ("class", "mark"));
            }

            page.Add("span", $" {say.Caption(figure)} ({say.Unit(figure)})");
        }

        if (figure.Categories.Count == 0 || figure.Series.Count == 0)
        {
            return;
        }

        if (figure.Series.Count > 1 && figure.Kind != FigureKind.Ranges)
        {
            WriteKey(page, figure);
        }

        new SvgChart(page, figure, say).Draw();
        WriteTable(page, figure, say);
    }

    private static void WriteKey(Markup page, Figure figure)
    {
        using var list = page.Open("ul", ("class", "key"));
        for (var series = 0; series < figure.Series.Count; series++)
        {
            using var item = page.Open("li", ("class", figure.ColourOf(series)));
            page.Add("b", "");
            page.Add("span", figure.Series[series].Name);
        }
    }

    private static void WriteTable(Markup page, Figure figure, FigureWords say)
    {
        using var details = page.Open("details");
        page.Add("summary", say.Words["simulate.report.data"]);
        using var wide = page.Open("div", ("class", "wide"));
        using var table = page.Open("table");
        using (page.Open("thead"))
        using (page.Open("tr"))
        {
            page.Add("th", say.Unit(figure));
            foreach (var series in figure.Series)
            {
                page.Add("th", series.Name);
            }
        }

        using var body = page.Open("tbody");
        for (var i = 0; i < figure.Categories.Count; i++)
        {
            using var row = page.Open("tr");
            page.Add("th", figure.Categories[i]);
            foreach (var series in figure.Series)
            {
                page.Add("td", say.Value(figure, series.Values[i]));
            }
        }
    }
}
