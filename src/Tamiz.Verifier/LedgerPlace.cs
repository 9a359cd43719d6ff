using System.Globalization;

namespace Tamiz.Verifier;

/// <summary>A place in a ledger; what is not known or does not apply is null.</summary>
/// <param name="Segment">Number of the segment, from 1.</param>
/// <param name="Offset">Byte in the segment at which the batch, or whatever stands there, begins.</param>
/// <param name="Batch">The batch, counted from 0 by what stands before it in the files.</param>
/// <param name="Record">The record, counted likewise over the whole ledger; the first of its batch where the batch as a whole is meant.</param>
public sealed record LedgerPlace(int? Segment = null, long? Offset = null, ulong? Batch = null, ulong? Record = null)
{
    /// <summary>In plain English.</summary>
    public override string ToString()
    {
        string?[] parts =
        [
            Batch is { } batch ? Say("batch", batch) : null,
            Record is { } record ? Say("record", record) : null,
            Segment is { } segment ? Say("segment", segment) : null,
            Offset is { } offset ? Say("byte", offset) : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? "ledger" : said;
    }

    private static string Say<T>(string name, T number) => string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
}
