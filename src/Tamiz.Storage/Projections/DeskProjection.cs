using Tamiz.Storage.Desk;

namespace Tamiz.Storage.Projections;

/// <summary>
/// Applies the ledger to the desk database, a portion of records in a transaction. Portions end where batches end, so that what the
/// database holds does not depend on where one stopped.
/// </summary>
/// <param name="desk">The database.</param>
internal sealed class DeskProjection(DeskDatabase desk)
{
    private const int Asked = 500;

    /// <summary>Sequence of the first record that is not applied.</summary>
    public long Next => desk.Watermark + 1;

    /// <summary>Applies records; those that are applied already are left out.</summary>
    /// <param name="steps">Records in the ledger's order, up to the end of a batch.</param>
    /// <param name="end">Sequence of the last record to apply; the end of a batch, or beyond all.</param>
    /// <exception cref="HomeException">TZ1701 to TZ1703; nothing of them is applied then.</exception>
    public void Apply(IReadOnlyList<LedgerStep> steps, long end)
    {
        var last = Math.Min(steps[^1].Sequence, end);
        if (last <= desk.Watermark)
        {
            return;
        }

        var draft = new DeskDraft();
        foreach (var step in steps)
        {
            if (step.Sequence > desk.Watermark && step.Sequence <= last)
            {
                draft.Add(step);
            }
        }

        desk.Apply(draft.ToChanges(FirstDraws(draft.WithoutDraw)), last);
    }

    // An amendment keeps the draw of its first version, which was applied earlier.
    private Dictionary<string, double> FirstDraws(IReadOnlyList<string> identities)
    {
        var draws = new Dictionary<string, double>(StringComparer.Ordinal);
        if (identities.Count == 0)
        {
            return draws;
        }

        using var rows = desk.Read();
        foreach (var some in identities.Chunk(Asked))
        {
            foreach (var row in rows.Declarations.Where(row => some.Contains(row.Identity) && row.Draw != null).Select(row => new { row.Identity, row.Draw }))
            {
                draws[row.Identity] = row.Draw ?? double.NaN;
            }
        }

        return draws;
    }
}
