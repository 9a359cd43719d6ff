using System.Text;
using Tamiz.Formats.Mappings;

namespace Tamiz.Formats.Json;

/// <summary>A dotted path that a mapping names, or a part of one, with the keys that lead on from it. Not for several threads.</summary>
internal sealed class JsonPath(string path)
{
    private const string ItemPrefix = "item.";

    private Step[] _steps = [];
    private int _last;

    /// <summary>The heading, or the part of one that leads here.</summary>
    public string Text { get; private set; } = path;

    /// <summary>The column that a value here fills; -1 for none.</summary>
    public int Column { get; private set; } = -1;

    /// <summary>Whether the column takes several values.</summary>
    public bool IsList { get; private set; }

    /// <summary>The path that the items of an array here have; null where it is no array of items.</summary>
    public JsonPath? Item { get; private set; }

    /// <summary>The declaration or item in which this path was met last.</summary>
    public long MetIn { get; set; }

    /// <summary>Whether an object is expected here.</summary>
    public bool HasSteps => _steps.Length > 0;

    /// <summary>The paths of a plan's headings, from their root.</summary>
    public static JsonPath Of(ColumnPlan plan)
    {
        var array = plan.Mapping.Items;
        var columns = Enumerable.Range(0, plan.Headings.Count).ToList();
        var paths = Tree(plan, columns.Select(column => (plan.Headings[column], column)), array);

        // Within an item a heading is led by the array's path, by item, or by nothing.
        var within = new[] { array + ".", ItemPrefix, "" }.SelectMany(prefix => columns
            .Where(column => plan.Headings[column].StartsWith(prefix, StringComparison.Ordinal))
            .Select(column => (plan.Headings[column][prefix.Length..], column)));
        paths[array].Item = Tree(plan, within, "")[""];
        return paths[""];
    }

    /// <summary>Where a key leads; null where the mapping names nothing there. A key may be several parts of the path, with their dots.</summary>
    public JsonPath? Find(ReadOnlySpan<byte> key)
    {
        if (_steps.Length == 0)
        {
            return null;
        }

        // Objects of a file have their keys in one order.
        var likely = _steps[_last].Next;
        if (key.SequenceEqual(_steps[likely].Key))
        {
            _last = likely;
            return _steps[likely].To;
        }

        for (var i = 0; i < _steps.Length; i++)
        {
            if (key.SequenceEqual(_steps[i].Key))
            {
                _steps[_last].Next = i;
                _last = i;
                return _steps[i].To;
            }
        }

        return null;
    }

    /// <summary>All paths, with the steps between them; where two columns have one path it is the first one's.</summary>
    private static Dictionary<string, JsonPath> Tree(ColumnPlan plan, IEnumerable<(string Path, int Column)> leaves, string also)
    {
        var paths = new Dictionary<string, JsonPath>(StringComparer.Ordinal) { [""] = new("") };
        Add(paths, also);
        foreach (var (path, column) in leaves)
        {
            var leaf = Add(paths, path);
            (leaf.Column, leaf.IsList, leaf.Text) = leaf.Column >= 0 ? (leaf.Column, leaf.IsList, leaf.Text) : (column, plan.IsList(column), plan.Headings[column]);
        }

        foreach (var (path, one) in paths)
        {
            var before = path.Length == 0 ? "" : path + ".";
            one._steps = [.. paths
                .Where(other => other.Key.Length > before.Length && other.Key.StartsWith(before, StringComparison.Ordinal))
                .OrderBy(other => other.Key.Length)
                .Select(other => new Step(Encoding.UTF8.GetBytes(other.Key[before.Length..]), other.Value))];
        }

        return paths;
    }

    private static JsonPath Add(Dictionary<string, JsonPath> paths, string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            paths.TryAdd(path[..dot], new JsonPath(path[..dot]));
        }

        paths.TryAdd(path, new JsonPath(path));
        return paths[path];
    }

    private sealed record Step(byte[] Key, JsonPath To)
    {
        public int Next { get; set; }
    }
}
