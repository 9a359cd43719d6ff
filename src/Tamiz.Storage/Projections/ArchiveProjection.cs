using Tamiz.Ledger;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Ledger;

namespace Tamiz.Storage.Projections;

/// <summary>
/// Adds the ledger's declarations to the archive, and closes a month when the first record of a later one comes, with the findings
/// that were recorded in it. A record's month is that of its instant, but never before that of the record before it.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="names">Names of the facts that assessments store, by the knowledge that they used; null for none.</param>
internal sealed class ArchiveProjection(ItemArchive archive, Func<KnowledgeSet?, IReadOnlyList<string>> names)
{
    private readonly ArchiveRows _rows = new();
    private readonly Dictionary<(string Identity, int Item), ArchiveFinding> _findings = [];
    private readonly List<ArchiveRow> _pending = [];
    private Instant _latest = Instant.Earliest;
    private Instant _monthEnd = Instant.Earliest;
    private IReadOnlyList<string> _names = [];
    private long _added = archive.Watermark;
    private bool _isRestored;

    /// <summary>
    /// Where reading begins: behind the watermark, or earlier, so that the findings of the open month and the knowledge in force are
    /// known again after a restart.
    /// </summary>
    /// <exception cref="LedgerException">A batch of the ledger is damaged (TZ1602).</exception>
    public long Begin(LedgerReader log)
    {
        if (_isRestored)
        {
            return _added + 1;
        }

        var first = archive.OpenMonths is [var month, ..] ? FirstOf(log, Instant.FromDate(month)) : _added + 1;
        _names = names(KnowledgeBefore(log, first));
        _isRestored = true;
        return first;
    }

    /// <summary>Takes records; rows of those that the archive has already are left out.</summary>
    /// <param name="steps">Records in the ledger's order, up to the end of a batch.</param>
    /// <param name="end">Sequence of the last record to take; beyond all where none is named.</param>
    /// <exception cref="HomeException">A part is damaged (TZ1731), or the catalogue does not name the facts (TZ1764).</exception>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public void Apply(IReadOnlyList<LedgerStep> steps, long end = long.MaxValue)
    {
        foreach (var step in steps.TakeWhile(step => step.Sequence <= end))
        {
            var at = step.Record.At;
            if (at > _latest)
            {
                _latest = at;
                if (at >= _monthEnd)
                {
                    TurnMonth(step.Sequence - 1);
                }
            }

            Take(step);
        }

        HandOver(Math.Min(steps[^1].Sequence, end));
    }

    private void Take(LedgerStep step)
    {
        switch (step.Record)
        {
            case DeclarationEntered entered when step.Sequence > _added:
                _rows.Add(_pending, step, entered, _latest, _names.Count);
                break;
            case FindingEntered found:
                _findings[(found.Identity, found.Item)] =
                    new ArchiveFinding(found.NonCompliant, found.Area, (int)found.Status, (int)found.Nature, found.Known, found.Recovered);
                break;
            case KnowledgeSet knowledge:
                HandOver(step.Sequence - 1);
                _names = names(knowledge);
                break;
        }
    }

    private void TurnMonth(long last)
    {
        HandOver(last);
        var now = _latest.ToUtc();
        var month = new DateOnly(now.Year, now.Month, 1);
        if (archive.OpenMonths is [var open, ..] && open < month)
        {
            archive.Close(open, FindingOf);
        }

        _findings.Clear();
        _monthEnd = month is { Year: 9999, Month: 12 } ? new Instant(long.MaxValue) : Instant.FromDate(month.AddMonths(1));
    }

    private void HandOver(long last)
    {
        if (last > _added)
        {
            archive.Add(_names, _pending, last);
            _pending.Clear();
            _added = last;
        }
    }

    // An item's own finding, else that of the whole declaration.
    private ArchiveFinding? FindingOf(string identity, int item) =>
        _findings.GetValueOrDefault((identity, item)) ?? _findings.GetValueOrDefault((identity, 0));

    // No batch is older than the one before it and no record is younger than its batch: all records of the month stand from here on.
    private static long FirstOf(LedgerReader log, Instant month)
    {
        var (low, high) = (0L, log.Records);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = log.Read(middle).First().Committed < month ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static KnowledgeSet? KnowledgeBefore(LedgerReader log, long end)
    {
        for (var step = 4096L; end > 0; step *= 2)
        {
            var start = Math.Max(0, end - step);
            var last = log.Read(start).TakeWhile(entry => entry.Sequence < end).LastOrDefault(entry => entry.Type == RecordType.KnowledgeSet);
            if (!last.Bytes.IsEmpty)
            {
                return (KnowledgeSet)last.Read();
            }

            end = start;
        }

        return null;
    }
}
