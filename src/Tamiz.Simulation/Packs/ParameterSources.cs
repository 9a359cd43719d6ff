using System.Globalization;
using Tamiz.Formats;

namespace Tamiz.Simulation.Packs;

/// <summary>
/// The table «sources» of a pack, a scheme or a table of goods: for the path of each number, its unit and where it comes from. An entry holds for
/// everything that lies under its path; the elements of a list have the list's path.
/// </summary>
internal static class ParameterSources
{
    private const string Key = "sources";

    // Bounds of targets have their source beside them.
    private const string Targets = "targets";
    private const int Deepest = 12;

    // Numbers that name something instead of measuring it.
    private static readonly HashSet<string> Names = new(["hs", "code", "name", "id"], StringComparer.Ordinal);

    /// <summary>Adds TZ2001 for each number that no entry covers (once a path), and TZ2002 for each entry that covers nothing.</summary>
    public static void Check(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var table = top.Section(Key, required: true);
        var covered = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var path in table.Keys.ToArray())
        {
            var entry = table.Section(path);
            _ = entry.Text("unit", required: true);
            _ = entry.Text("source", required: true);
            entry.RejectUnknownKeys();
            covered[path] = false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, place, found) in Values(top.ReportingTo([]), "", Deepest))
        {
            if (!Cover(covered, path) && found is not null && seen.Add(path))
            {
                diagnostics.Add(PackDiagnostics.NoSource.At(place, found, $"«{path}» under sources"));
            }
        }

        foreach (var path in covered.Where(entry => !entry.Value).Select(entry => entry.Key))
        {
            diagnostics.Add(PackDiagnostics.NothingSourced.At(table.PlaceOf(path), path));
        }
    }

    private static bool Cover(Dictionary<string, bool> covered, string path)
    {
        for (var part = path; part.Length > 0; part = part.LastIndexOf('.') is var dot && dot < 0 ? "" : part[..dot])
        {
            if (covered.ContainsKey(part))
            {
                covered[part] = true;
                return true;
            }
        }

        return false;
    }

    // Every path that there is, once without a number and once for each number that stands there.
    private static IEnumerable<(string Path, Place Place, string? Number)> Values(YamlSection section, string above, int depth)
    {
        foreach (var key in section.Keys.Where(key => key is not (Key or Targets) && !Names.Contains(key)).ToArray())
        {
            var path = above.Length == 0 ? key : $"{above}.{key}";
            yield return (path, section.PlaceOf(key), null);
            foreach (var text in section.Texts(key).Where(IsNumber))
            {
                yield return (path, section.PlaceOf(key), text);
            }

            var below = section.IsSection(key) ? [section.Section(key)] : section.Sections(key);
            foreach (var number in depth == 0 ? [] : below.SelectMany(part => Values(part, path, depth - 1)))
            {
                yield return number;
            }
        }
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text.EndsWith('%') ? text[..^1].TrimEnd() : text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
