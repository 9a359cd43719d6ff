using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage.Desk;

namespace Tamiz.Storage.Projections;

/// <summary>What a portion of records means for the tables that are not about one declaration: days, contents, officers, reads, imports.</summary>
internal sealed class DeskHouse
{
    private readonly List<DeskDay> _days = [];
    private readonly List<DeskDayClosing> _closings = [];
    private readonly List<DeskMissingNumber> _missing = [];
    private readonly List<DeskContent> _contents = [];
    private readonly List<DeskApproval> _approvals = [];
    private readonly List<DeskOfficer> _officers = [];
    private readonly List<DeskRead> _reads = [];
    private readonly List<DeskSignIn> _signIns = [];
    private readonly List<DeskImport> _imports = [];
    private readonly List<DeskCheckpoint> _checkpoints = [];

    /// <summary>Adds what a record means; nothing for those that no desk shows.</summary>
    public void Add(LedgerStep step)
    {
        var sequence = step.Sequence;
        switch (step.Record)
        {
            case DayOpened day:
                _days.Add(new DeskDay(day.Office, day.Day, day.At, day.Commitment.ToString()));
                break;
            case DayClosed day:
                _closings.Add(new DeskDayClosing(day.Office, day.Day, day.At, Convert.ToHexStringLower(day.Seed.Span), day.Draws, TextOf(day.Totals)));
                _missing.AddRange(day.Missing.Select(number => new DeskMissingNumber(day.Office, day.Day, number)));
                break;
            case ContentProposed content:
                _contents.Add(new DeskContent(sequence, content.Kind, content.Name, content.Digest.ToString(), content.Size, content.By, content.At)
                {
                    // What stands in the ledger's first batch is in force with its founding.
                    InForceFrom = step.Batch == 0 ? content.At : null,
                });
                break;
            case ContentApproved approval:
                _approvals.Add(new DeskApproval(sequence, approval.At, approval.By, approval.Kind, approval.Name, approval.Digest.ToString(), approval.Granted));
                break;
            case PersonChanged person:
                _officers.Add(new DeskOfficer(person.Person, string.Join(' ', person.Roles), person.InForce, person.At));
                break;
            case SubjectRead read:
                _reads.Add(new DeskRead(sequence, read.At, read.By, read.Kind, read.Subject, read.Reason));
                break;
            case SignedIn signIn:
                _signIns.Add(new DeskSignIn(sequence, signIn.At, signIn.Person, signIn.Granted, signIn.Terminal));
                break;
            case FileImported file:
                _imports.Add(new DeskImport(
                    sequence, file.At, file.By, file.File, file.Digest.ToString(), file.Mapping.ToString(), file.RowsRead, file.Taken, file.Known, file.Refused));
                break;
            case CheckpointMade made:
                _checkpoints.Add(new DeskCheckpoint(made.Batch, sequence, made.At, made.BatchHash.ToString(), made.Tree.ToString()));
                break;
        }
    }

    /// <summary>Changes with all of it.</summary>
    public DeskChanges Fill(DeskChanges changes) => changes with
    {
        Days = _days,
        DayClosings = _closings,
        MissingNumbers = _missing,
        Contents = _contents,
        Approvals = _approvals,
        Officers = _officers,
        Reads = _reads,
        SignIns = _signIns,
        Imports = _imports,
        Checkpoints = _checkpoints,
    };

    private static string TextOf(IReadOnlyList<LaneTotal> totals) =>
        string.Join(' ', totals.Select(total => string.Create(CultureInfo.InvariantCulture, $"{total.Lane}={total.Count}")));
}
