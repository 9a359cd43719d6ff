using Tamiz.Formats;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tamiz.Simulation.Packs;

/// <summary>
/// The text of a pack, a scheme or a table of goods. It comes from anywhere, so it is looked at event by event before it is read as a whole: a small
/// text must not unfold into a large one, or into one that has no bottom.
/// </summary>
internal static class PlanText
{
    /// <summary>Bytes of a file at most.</summary>
    public const int MostBytes = 1_000_000;

    private const int Deepest = 16;
    private const int MostValues = 100_000;

    /// <summary>Reads a text; a section that reports nothing further where it is no YAML, or not plain.</summary>
    public static YamlSection Parse(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        if (Unfit(yaml, file) is { } diagnostic)
        {
            diagnostics.Add(diagnostic);
            return Silent(file);
        }

        var broken = new List<Diagnostic>();
        _ = YamlSection.Parse(yaml, file, broken);
        foreach (var wrong in broken)
        {
            diagnostics.Add(wrong);
        }

        return broken.Count > 0 ? Silent(file) : YamlSection.Parse(yaml, file, diagnostics);
    }

    /// <summary>Reads a file of at most so many bytes, whatever it says of its length; null, with TZ2007, where it is longer or cannot be read.</summary>
    public static string? Read(string file, ICollection<Diagnostic> diagnostics)
    {
        var bytes = new byte[MostBytes + 1];
        try
        {
            using var stream = File.OpenRead(file);
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= MostBytes)
            {
                using var reader = new StreamReader(new MemoryStream(bytes, 0, length));
                return reader.ReadToEnd();
            }

            diagnostics.Add(PackDiagnostics.NotFound.At(new Place(file), "a larger file", $"a file of at most {MostBytes} bytes"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            diagnostics.Add(PackDiagnostics.NotFound.At(new Place(file), e.GetType().Name, "a file that can be read"));
        }

        return null;
    }

    private static YamlSection Silent(string file) => YamlSection.Parse("{}", file, []);

    private static Diagnostic? Unfit(string yaml, string file)
    {
        var (depth, values) = (0, 0);
        try
        {
            for (var parser = new Parser(new StringReader(yaml)); parser.MoveNext();)
            {
                var at = parser.Current ?? new StreamEnd();
                depth += at.NestingIncrease;
                values += at is NodeEvent ? 1 : 0;
                var found = at is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } ? "an anchor or an alias"
                    : depth > Deepest + 2 ? $"more than {Deepest} levels" : values > MostValues ? $"more than {MostValues} values" : null;
                if (found is not null)
                {
                    return PackDiagnostics.NotPlain.At(new Place(file, Math.Max(1, at.Start.Line), (int)Math.Max(1, at.Start.Column)), found);
                }
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // What is wrong with it is said where it is read as a whole.
            return null;
        }

        return null;
    }
}
