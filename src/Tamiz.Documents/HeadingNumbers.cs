using System.Globalization;
using Tamiz.Documents.Model;

namespace Tamiz.Documents;

/// <summary>Counts headings as 1, 1.1, 1.1.1.</summary>
internal sealed class HeadingNumbers
{
    private readonly int[] _counts = new int[3];

    /// <summary>The number of the next heading.</summary>
    public string Next(Heading heading)
    {
        var level = Math.Clamp(heading.Level, 1, _counts.Length);
        _counts[level - 1]++;
        Array.Clear(_counts, level, _counts.Length - level);
        return string.Join('.', _counts.Take(level).Select(count => count.ToString(CultureInfo.InvariantCulture)));
    }
}
