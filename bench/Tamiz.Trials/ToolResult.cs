using System.Text.Json;

namespace Tamiz.Trials;

/// <summary>What came of a run of the tool.</summary>
/// <param name="Code">Its exit code; 137 where it was killed.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
/// <param name="Took">How long it took.</param>
public sealed record ToolResult(int Code, string Output, string Errors, TimeSpan Took)
{
    private const int KilledCode = 128 + 9;

    /// <summary>Whether it was killed.</summary>
    public bool IsKilled => Code == KilledCode;

    /// <summary>The object that it printed, as a whole; null where it did not come so far.</summary>
    public JsonElement? Json()
    {
        try
        {
            return Output.Length == 0 ? null : JsonDocument.Parse(Output).RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
