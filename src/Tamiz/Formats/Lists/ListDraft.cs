namespace Tamiz.Formats.Lists;

/// <summary>An entry while its lines or elements are read.</summary>
internal sealed class ListDraft(string id, string schema)
{
    private readonly List<ListName> _names = [];
    private readonly List<string> _programmes = [];
    private readonly List<string> _addresses = [];
    private readonly List<string> _countries = [];
    private readonly List<string> _births = [];
    private readonly List<ListIdentifier> _identifiers = [];

    public string Id => id;

    public DateOnly? ListedOn { get; set; }

    public void AddName(string? text, ListNameKind kind)
    {
        if (text is { Length: > 0 })
        {
            _names.Add(new ListName(text, kind));
        }
    }

    public void AddProgramme(string? text) => AddOnce(_programmes, text);

    public void AddAddress(params IEnumerable<string?> parts) =>
        AddOnce(_addresses, string.Join(", ", parts.Where(part => part is { Length: > 0 })));

    public void AddCountry(string? text) => AddOnce(_countries, text);

    public void AddBirth(string? text) => AddOnce(_births, text);

    public void AddIdentifier(ListIdentifier identifier)
    {
        if (!_identifiers.Contains(identifier))
        {
            _identifiers.Add(identifier);
        }
    }

    public ListEntry ToEntry() => new(id, schema, _names)
    {
        ListedOn = ListedOn,
        Programmes = _programmes,
        Addresses = _addresses,
        Countries = _countries,
        Identifiers = _identifiers,
        BirthDates = _births,
    };

    private static void AddOnce(List<string> to, string? text)
    {
        if (text is { Length: > 0 } && !to.Contains(text, StringComparer.Ordinal))
        {
            to.Add(text);
        }
    }
}
