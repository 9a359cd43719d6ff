using System.Globalization;
using Tamiz.Documents.Model;

namespace Tamiz.Tests.Integrity;

/// <summary>Documents that use every kind of block, and those that are hard to set.</summary>
internal static class DocumentSample
{
    private static readonly string[] Words = ["Integridad", "aduanera", "para", "el", "comercio", "legítimo", "y", "la", "confianza", "de", "todos"];

    public static readonly string[] Factors =
    [
        "Liderazgo y compromiso", "Marco normativo", "Transparencia", "Automatización", "Reforma y modernización", "Auditoría e investigación",
        "Código de conducta", "Gestión de recursos humanos", "Moral y cultura organizacional", "Relación con el sector privado",
    ];

    public static Document Usual(Language language) => new("Estrategia de integridad", "2026 a 2029", language, new DateOnly(2026, 3, 1), "Aduana de Valdoria", "Borrador",
    [
        new Heading(1, "Resumen"),
        new Paragraph(Text(120)),
        new Paragraph("El 64 % de las declaraciones : « bien » ! 1 000 casos", ParagraphStyle.Emphasis),
        new Paragraph(Text(30), ParagraphStyle.Quotation),
        new Paragraph(Text(30), ParagraphStyle.Note),
        new PointList(["Primero", Text(25), "Tercero"]),
        new PointList(["Uno", "Dos"], Numbered: true),
        new PointList(["Uno otra vez"], Numbered: true),
        new Heading(2, "Resultados por factor"),
        new Figure("Madurez por factor", "Barras: de 1 a 3.", Bars(10)),
        new Heading(3, "Perfil"),
        new Figure("Perfil de las dos rondas", "Rueda de diez radios.", Radar(10)),
        new Figure("Evolución", "Línea que sube.", Lines(7)),
        new Figure("Mapa de riesgos", "Cuadrícula de cinco por cinco.", Grid(5)),
        new PageBreak(),
        new Heading(1, "Acciones"),
        ActionTable(30),
        new Heading(1, "Plan"),
        new Paragraph(Text(200)),
    ]);

    public static Document Hard(Language language) => new("<Título> & \"comillas\" 'simples' \u0001\u0007", "ñ ç ü œ Œ ß ã õ", language, new DateOnly(2026, 12, 31), "A & B", "",
    [
        new Paragraph("Antes de todo título: control \u0002 y \uD800 suelto, emoji 😀👩‍💻, árabe مرحبا بالعالم, hebreo שלום."),
        new Heading(1, "Una palabra de 60 letras: " + new string('x', 60)),
        new Table("Vacía", [new Column("A"), new Column("B", 2, true)], []),
        new Table("De 20 columnas", [.. Enumerable.Range(1, 20).Select(i => new Column($"Columna {i}", 1, i > 10))],
            [.. Enumerable.Range(1, 40).Select(row => (IReadOnlyList<Cell>)[.. Enumerable.Range(1, 20).Select(i => new Cell($"{row * i}", (Tone)((row + i) % 6)))])]),
        new Heading(1, "Celdas largas"),
        new Table("Celdas de 2.000 letras y palabras de 60", [new Column("Texto", 1), new Column("Largo", 3), new Column("Número", 1, true)],
        [
            [new Cell(new string('y', 60)), new Cell(Text(500)[..2000]), new Cell("1", Tone.Bad)],
            [new Cell("<b>&amp;</b>\nsegunda línea"), new Cell(""), new Cell("–", Tone.Good)],
        ]),
        ActionTable(500),
        new Heading(2, ""),
        new Heading(1, "Gráficos"),
        .. Charts().Select(chart => new Figure($"{chart.GetType().Name} & <más>", "", chart)),
    ]);

    public static IEnumerable<Chart> Charts()
    {
        foreach (var count in new[] { 0, 1, 2, 10, 40 })
        {
            yield return Bars(count);
            yield return Radar(count);
            yield return Lines(count);
            yield return Grid(count / 8);
        }

        IReadOnlyList<Series> missing = [new("Falta", [double.NaN, double.NaN, double.NaN])];
        IReadOnlyList<Series> equal = [new("Igual", [2, 2, 2])];
        foreach (var series in new[] { missing, equal })
        {
            yield return new BarChart(["a", "b", "c"], series, 0, 4, "nivel");
            yield return new LineChart(["a", "b", "c"], series, "nivel");
            yield return new RadarChart(["a", "b", "c"], series, 4);
        }

        yield return new BarChart(["a"], [new("x", [1e9])], 3, 3, "");
    }

    public static BarChart Bars(int count) => new([.. Names(count)],
        [new("Funcionarios", Values(count, 0), [.. Values(count, 0).Select(value => (value - 0.3, value + 0.4))]), new("Sector privado", Values(count, 1))], 0, 4, "Nivel de 0 a 4");

    public static RadarChart Radar(int count) => new([.. Names(count)], [new("Ronda 2026-1", Values(count, 0)), new("Ronda 2027-1", Values(count, 2))], 4);

    public static LineChart Lines(int count) => new([.. Enumerable.Range(1, count).Select(i => $"2026-{i:00}")],
        [new("Liberación en un día", Values(count, 3), [.. Values(count, 3).Select(value => (value * 0.9, value * 1.1))]), new("Meta", [.. Enumerable.Repeat(3.0, count)])], "Porcentaje");

    public static GridChart Grid(int count) => new([.. Enumerable.Range(1, count).Select(i => $"Consecuencia {i}")], [.. Enumerable.Range(1, count).Select(i => $"Probabilidad {i}")],
        "Consecuencia", "Probabilidad", [.. Enumerable.Range(0, count).Select(row => (IReadOnlyList<Cell>)[.. Enumerable.Range(0, count).Select(column => new Cell($"R{row * 5 + column}, R{row}", (Tone)Math.Min(5, 1 + ((row + column) / 2))))])]);

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => Factors[i % Factors.Length]);

    private static double[] Values(int count, int shift) => [.. Enumerable.Range(0, count).Select(i => (i + shift) % 9 == 8 ? double.NaN : 1 + ((i * 7 + shift * 3) % 11 / 4.0))];

    private static Table ActionTable(int rows) => new("Acciones, responsables y plazos", [new Column("N.º", 0.5, true), new Column("Acción", 4), new Column("Responsable", 2), new Column("Plazo", 1.3), new Column("Estado", 1.3)],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<Cell>)[new Cell(i.ToString(CultureInfo.InvariantCulture)), new Cell(Text(6 + (i * 7 % 23))), new Cell("Unidad de integridad"), new Cell("2027-06-30"), new Cell("En curso", (Tone)(i % 6))])]);

    private static string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => Words[(i * 7 + i / 5) % Words.Length])) + ".";
}
