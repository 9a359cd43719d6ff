using System.Text;
using Tamiz.Formats.Mappings;

namespace Tamiz.Formats.Json;

/// <summary>A dotted path that a mapping names, or a part of one, with the keys that lead on from it. Not for several threads.</summary>
internal sealed class JsonPath(string path)
{
    private Step[] _steps = [];
    private int _last;

    /// <summary>The path as a heading.</summary>
    public string Text => path;

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
        var paths = new Dictionary<string, JsonPath>(StringComparer.Ordinal) { [""] = new("") };
        for (var column = 0; column < plan.Headings.Count; column++)
        {
            var leaf = Add(paths, plan.Headings[column]);
            (leaf.Column, leaf.IsList) = (column, plan.IsList(column));
        }

        var items = plan.Mapping.Items;
        var element = items.Prefix.Length == 0 ? paths[""] : Add(paths, items.Prefix);
        Add(paths, items.Array).Item = element;
        foreach (var one in paths.Values)
        {
            var before = one.Text.Length == 0 ? "" : one.Text + ".";
            one._steps = [.. paths.Values
                .Where(other => other.Text.Length > before.Length && other.Text.StartsWith(before, StringComparison.Ordinal))
                .OrderBy(other => other.Text.Length)
                .Select(other => new Step(Encoding.UTF8.GetBytes(other.Text[before.Length..]), other))];
        }

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
