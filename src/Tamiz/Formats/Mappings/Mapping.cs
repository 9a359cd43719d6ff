namespace Tamiz.Formats.Mappings;

/// <summary>How the columns of a kind of CSV file become declarations: a YAML file (docs/reference/mapping.md).</summary>
public sealed record Mapping
{
    /// <summary>Name of the kind of file.</summary>
    public string Name { get; init; } = "";

    /// <summary>How the files are written; null for what each begins like.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>Dotted path of the array in which the items of a declaration in JSON stand; default items.</summary>
    public string Items { get; init; } = "items";

    /// <summary>What separates fields; default a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Decimal sign; default a point.</summary>
    public char DecimalSign { get; init; } = '.';

    /// <summary>Sign between thousands; null for none.</summary>
    public char? ThousandsSign { get; init; }

    /// <summary>Date formats, tried in order, in .NET's letters; default yyyy-MM-dd.</summary>
    public IReadOnlyList<string> Dates { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Time zone in which dates without one are meant; null for the office's.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Currency in which the file's money is weighed where there is no home; null for the template's.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether each row is an item, so that rows of one number make one declaration; else each row is a declaration.</summary>
    public bool RowIsItem { get; init; }

    /// <summary>Texts that mean that a value is missing, besides the empty one.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The mapped fields.</summary>
    public IReadOnlyList<FieldMapping> Fields { get; init; } = [];

    /// <summary>Where findings stand; null where the file has none.</summary>
    public FindingMapping? Finding { get; init; }

    /// <summary>Headings of columns that hold what came after lodgement, never read as input.</summary>
    public IReadOnlyList<string> Outcome { get; init; } = [];

    /// <summary>Headings of the columns that together say which goods a row is about, for evaluation.</summary>
    public IReadOnlyList<string> Goods { get; init; } = [];

    /// <summary>Keys under which history is kept; empty for the default list.</summary>
    public IReadOnlyList<KeyMapping> Keys { get; init; } = [];

    /// <summary>Headings that the mapping names as fields, finding or goods; one may stand more than once.</summary>
    public IEnumerable<string> Headings => Fields.Select(one => one.Column)
        .Concat([Finding?.Column, Finding?.KnownColumn, Finding?.RecoveredColumn]).OfType<string>().Concat(Goods);

    /// <summary>Columns whose content is not part of what was lodged.</summary>
    public IEnumerable<string> ColumnsAfterLodgement => Finding is null
        ? Outcome
        : Outcome.Concat(new[] { Finding.Column, Finding.KnownColumn, Finding.RecoveredColumn }.OfType<string>());

    /// <summary>What the administration's own codes are called in a language, by field.</summary>
    public IReadOnlyDictionary<string, string> LabelsIn(Language language)
    {
        var code = language.ToString().ToLowerInvariant();
        return Fields.Where(field => field.Labels.ContainsKey(code)).DistinctBy(field => field.Target.Id)
            .ToDictionary(field => field.Target.Id, field => field.Labels[code], StringComparer.Ordinal);
    }

    /// <summary>Reads a mapping file; what is wrong with it goes to <paramref name="diagnostics"/>, and an error there means that it must not be used.</summary>
    public static Mapping Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var mapping = new Mapping
        {
            Name = top.Text("name", required: true) ?? "",
            Format = ReadFormat(top),
            Items = top.Text("items") ?? "items",
            Delimiter = Sign(top, "delimiter") ?? ',',
            DecimalSign = Sign(top, "decimal") ?? '.',
            ThousandsSign = Sign(top, "thousands"),
            Dates = top.Has("dates") ? top.Texts("dates") : ["yyyy-MM-dd"],
            TimeZone = OfficeZones.Read(top, diagnostics),
            Currency = top.Text("currency"),
            RowIsItem = top.Choice("row", "declaration", "declaration", "item") == "item",
            Missing = top.Texts("missing"),
            Fields = ReadFields(top.Section("fields", required: true), diagnostics),
            Finding = top.Has("finding") ? ReadFinding(top.Section("finding")) : null,
            Outcome = top.Texts("outcome"),
            Goods = top.Texts("goods"),
            Keys = KeyMapping.Read(top, "keys", diagnostics),
        };
        top.RejectUnknownKeys();
        mapping.CheckOutcome(top, diagnostics);
        mapping.CheckLodged(top);
        return mapping;
    }

    private static FileFormat? ReadFormat(YamlSection section) =>
        section.Has("format") && Enum.TryParse<FileFormat>(section.Choice("format", "csv", "csv", "json", "parquet"), ignoreCase: true, out var format) ? format : null;

    private static char? Sign(YamlSection section, string key)
    {
        var text = section.Text(key);
        if (text is null or "")
        {
            return null;
        }

        if (text is "\\t" or "tab")
        {
            return '\t';
        }

        if (text.Length != 1 || text[0] > 127)
        {
            section.Report(key, text, "one ASCII character");
            return null;
        }

        return text[0];
    }

    private static List<FieldMapping> ReadFields(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var fields = new List<FieldMapping>();
        foreach (var id in section.Keys.ToArray())
        {
            var target = MappingTarget.Find(id);
            var field = ReadField(section, id, target);
            if (target is not null && field is not null)
            {
                fields.Add(field);
            }
            else if (target is null)
            {
                var near = Nearest.To(id, MappingTarget.Standard.Select(known => known.Id));
                diagnostics.Add(MappingDiagnostics.UnknownField.At(section.PlaceOf(id), id, near is null ? null : $"«{near}»"));
            }
        }

        return fields;
    }

    private static FieldMapping? ReadField(YamlSection section, string id, MappingTarget? target)
    {
        if (!section.IsSection(id))
        {
            return target is null || section.Text(id, required: true) is not { } column ? null : new FieldMapping(target, column, null);
        }

        var line = section.Section(id);
        var values = line.Section("values");
        var field = target is null ? null : new FieldMapping(target, line.Text("column"), line.Text("constant"))
        {
            Values = line.Has("values") ? values.Keys.ToDictionary(key => key, key => values.Text(key) ?? "", StringComparer.Ordinal) : null,
            Take = line.Whole("take", 0, 0, 100),
            Scale = line.Number("scale", 1, -1e9m, 1e9m),
            Separator = line.Text("separator") ?? ";",
            Required = line.Flag("required", false),
            Labels = ReadLabels(line, id),
        };
        line.RejectUnknownKeys();
        if (field is { Column: null, Constant: null })
        {
            line.Report("column", "", "a column or a constant");
            return null;
        }

        return field;
    }

    private static Dictionary<string, string> ReadLabels(YamlSection line, string id)
    {
        var labels = line.Section("label");
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Enum.GetValues<Language>().Select(language => language.ToString().ToLowerInvariant()))
        {
            if (labels.Text(language) is { Length: > 0 } label)
            {
                read.Add(language, label);
            }
        }

        labels.RejectUnknownKeys();
        if (line.Has("label") && OwnCode.SchemeOf(id) is null)
        {
            line.Report("label", id, "a label only for item.class.SCHEME, item.code.NAME or declaration.code.NAME: other fields have words");
        }

        return read;
    }

    private static FindingMapping? ReadFinding(YamlSection section)
    {
        var column = section.Text("column", required: true);
        var delayed = section.Has("delayDays");
        var finding = new FindingMapping(column ?? "", section.Texts("nonCompliant", required: true), section.Texts("compliant", required: true),
            section.Text("area", required: true) ?? "")
        {
            KnownColumn = section.Text("knownAt"),
            DelayDays = section.Whole("delayDays", 0, 0, 36_500),
            RecoveredColumn = section.Text("recovered"),
        };
        if (finding.KnownColumn is null && !delayed)
        {
            section.Report("delayDays", "", "knownAt (a column) or delayDays (a number): when a finding became known must be stated");
        }

        section.RejectUnknownKeys();
        return column is null ? null : finding;
    }

    private void CheckOutcome(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var fields = top.Section("fields");
        foreach (var column in ColumnsAfterLodgement)
        {
            if (Fields.FirstOrDefault(field => string.Equals(field.Column, column, StringComparison.Ordinal)) is { } field)
            {
                diagnostics.Add(MappingDiagnostics.OutcomeMapped.At(fields.PlaceOf(field.Target.Id), column));
            }
        }
    }

    private void CheckLodged(YamlSection top)
    {
        if (Fields.Count > 0 && !Fields.Any(field => field.Target.Kind == TargetKind.Date))
        {
            top.Report("fields", "no declaration.lodgedAt", "a column for declaration.lodgedAt: without it nothing is known as of when");
        }
    }
}
