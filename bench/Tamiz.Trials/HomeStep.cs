namespace Tamiz.Trials;

/// <summary>A command on a home.</summary>
/// <param name="Kind">What it is, for the report.</param>
/// <param name="Arguments">Its command line.</param>
/// <param name="Tolerated">Diagnostic that it may end with where it was done before and killed; empty for none.</param>
public sealed record HomeStep(string Kind, string[] Arguments, string Tolerated = "")
{
    /// <summary>Whether it imports.</summary>
    public bool IsImport => Arguments[0] == "import";

    /// <summary>Whether it came through; rows that are refused are no failure.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public bool Passed(ToolResult result) =>
        result.Json() is not null || (Tolerated.Length > 0 && result.Errors.Contains(Tolerated, StringComparison.Ordinal)) ? true
        : throw new InvalidOperationException($"tamiz {string.Join(' ', Arguments)} ended with {result.Code}: {result.Errors}");
}
