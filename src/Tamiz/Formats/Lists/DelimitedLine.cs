namespace Tamiz.Formats.Lists;

/// <summary>A line of a delimited file.</summary>
/// <param name="Number">Line of the file, from 1.</param>
/// <param name="Fields">Its fields, trimmed; bytes that are not UTF-8 read as U+FFFD.</param>
/// <param name="Broken">The first field, from 1, whose quotes do not match; 0 where all do.</param>
internal readonly record struct DelimitedLine(long Number, string[] Fields, int Broken)
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a field holds bytes that are not UTF-8.</summary>
    public bool IsGarbled => Fields.Any(text => text.Contains(Replacement, StringComparison.Ordinal));

    /// <summary>The line as one text, for a diagnostic.</summary>
    public string Text => string.Join(',', Fields);

    /// <summary>Whether the file is of markup, not of delimited lines.</summary>
    public bool IsMarkup => Fields[0].StartsWith('<') || Fields[0].StartsWith('{') || Fields[0].StartsWith('[');
}
