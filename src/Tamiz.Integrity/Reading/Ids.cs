using Tamiz.Formats;

namespace Tamiz.Integrity.Reading;

/// <summary>Ids of what stands in a list: their form, each only once, and what names them.</summary>
internal sealed class Ids(ICollection<Diagnostic> diagnostics)
{
    private readonly List<string> _taken = [];

    /// <summary>The ids so far.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    /// <summary>Reads the id of a section (TZ2951, TZ2952).</summary>
    public string Read(YamlSection section, string key = "id")
    {
        var id = section.Text(key, required: true) ?? "";
        if (id.Length > 0 && (!char.IsAsciiLetterOrDigit(id[0]) || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            diagnostics.Add(ReadingDiagnostics.UnusableId.At(section.PlaceOf(key), id));
        }
        else if (id.Length > 0 && _taken.Contains(id, StringComparer.Ordinal))
        {
            diagnostics.Add(ReadingDiagnostics.DuplicateId.At(section.PlaceOf(key), id));
        }

        _taken.Add(id);
        return id;
    }

    /// <summary>Says where something is named that is not there (TZ2953), with the nearest id.</summary>
    public static void Demand(string id, IReadOnlyCollection<string> known, Place where, ICollection<Diagnostic> diagnostics)
    {
        if (id.Length > 0 && !known.Contains(id, StringComparer.Ordinal))
        {
            diagnostics.Add(ReadingDiagnostics.UnknownReference.At(where, id, Nearest.To(id, known) is { } near ? $"«{near}»"
                : known.Count is > 0 and <= 12 ? "one of " + string.Join(", ", known) : null));
        }
    }
}
