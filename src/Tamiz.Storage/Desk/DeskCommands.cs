using Tamiz.Storage.Sqlite;

namespace Tamiz.Storage.Desk;

/// <summary>The commands that write the desk database, prepared when they are first needed. Columns are in the order of their binding.</summary>
internal sealed class DeskCommands(SqliteFile file) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _prepared = new(StringComparer.Ordinal);

    public void Apply(DeskChanges changes)
    {
        Each(changes.Declarations, Insert("Declarations", "Sequence, Batch, Identity, Version, Office, Day, LodgedAt, ReceivedAt, Live, Importer, Declarant, Exporter, Lane, LaneInForce, LaneSequence, Basis, Area, Risk, AtStake, Expected, Draw, Inclusion, Referral, Cancelled"), BindDeclaration);
        Each(
            changes.Decisions,
            $"UPDATE Declarations SET Lane=?1, {InForce("?1", "?2")}, Basis=?3, Area=?4, Risk=?5, AtStake=?6, Expected=?7, Draw=?8, Inclusion=?9, Referral=?10 WHERE Identity=?11 AND Version=?12",
            static (to, row) => to.Bind(row.Lane).Bind(row.Sequence).Bind((long)row.Basis).Bind(row.Area).Bind(row.Risk).Bind(row.AtStake).Bind(row.Expected)
                .Bind(row.Draw).Bind(row.Inclusion).Bind(row.Referral).Bind(row.Identity).Bind(row.Version));
        Each(
            changes.LaneChanges,
            $"UPDATE Declarations SET {InForce("?1", "?2")} WHERE Sequence=(SELECT Sequence FROM Declarations WHERE Identity=?3 AND Sequence<?2 ORDER BY Version DESC LIMIT 1)",
            static (to, row) => to.Bind(row.Lane).Bind(row.Sequence).Bind(row.Identity));
        Each(
            changes.Cancellations, "UPDATE Declarations SET Cancelled=1 WHERE Identity=?1 AND Version=?2",
            static (to, row) => to.Bind(row.Identity).Bind(row.Version));
        Each(
            changes.Findings, Insert("Findings", "Sequence, At, By, Identity, Item, NonCompliant, Area, Status, Nature, Known, Recovered"),
            static (to, row) => to.Bind(row.Sequence).Bind(row.At).Bind(row.By).Bind(row.Identity).Bind(row.Item).Bind(row.NonCompliant).Bind(row.Area)
                .Bind(row.Status).Bind(row.Nature).Bind(row.Known).Bind(row.Recovered));
        Each(
            changes.Acts, Insert("Acts", "Sequence, At, By, Kind, Identity, From, To, Reason, Second"),
            static (to, row) => to.Bind(row.Sequence).Bind(row.At).Bind(row.By).Bind((long)row.Kind).Bind(row.Identity).Bind(row.From).Bind(row.To)
                .Bind(row.Reason).Bind(row.Second));
        ApplyDays(changes);
        ApplyContents(changes);
        ApplyRest(changes);
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }
    }

    private static void BindDeclaration(SqliteStatement to, DeskDeclaration row) => to
        .Bind(row.Sequence).Bind(row.Batch).Bind(row.Identity).Bind(row.Version).Bind(row.Office).Bind(row.Day).Bind(row.LodgedAt).Bind(row.ReceivedAt)
        .Bind(row.Live).Bind(row.Importer).Bind(row.Declarant).Bind(row.Exporter).Bind(row.Lane).Bind(row.LaneInForce ?? row.Lane)
        .Bind(row.LaneSequence).Bind((long)row.Basis).Bind(row.Area).Bind(row.Risk).Bind(row.AtStake).Bind(row.Expected).Bind(row.Draw).Bind(row.Inclusion).Bind(row.Referral).Bind(row.Cancelled);

    private void ApplyDays(DeskChanges changes)
    {
        Each(
            changes.Days, Insert("Days", "Office, Date, Opened, Commitment, Closed, Seed, Draws, Totals"),
            static (to, row) => to.Bind(row.Office).Bind(row.Date).Bind(row.Opened).Bind(row.Commitment).Bind(row.Closed).Bind(row.Seed).Bind(row.Draws).Bind(row.Totals));
        Each(
            changes.DayClosings, "UPDATE Days SET Closed=?1, Seed=?2, Draws=?3, Totals=?4 WHERE Office=?5 AND Date=?6",
            static (to, row) => to.Bind(row.Closed).Bind(row.Seed).Bind(row.Draws).Bind(row.Totals).Bind(row.Office).Bind(row.Date));
        Each(
            changes.MissingNumbers, Insert("MissingNumbers", "Office, Day, Number"),
            static (to, row) => to.Bind(row.Office).Bind(row.Day).Bind(row.Number));
    }

    private void ApplyContents(DeskChanges changes)
    {
        Each(
            changes.Contents, Insert("Contents", "Sequence, Kind, Name, Digest, Size, ProposedBy, ProposedAt, DecidedBy, Granted, InForceFrom, InForceTo"),
            static (to, row) => to.Bind(row.Sequence).Bind(row.Kind).Bind(row.Name).Bind(row.Digest).Bind(row.Size).Bind(row.ProposedBy).Bind(row.ProposedAt)
                .Bind(row.DecidedBy).Bind(row.Granted is { } granted ? granted ? 1L : 0L : null).Bind(row.InForceFrom).Bind(row.InForceTo));
        foreach (var approval in changes.Approvals)
        {
            if (approval.Granted)
            {
                Each(
                    [approval], "UPDATE Contents SET InForceTo=?1 WHERE Kind=?2 AND Name=?3 AND Sequence<?4 AND InForceFrom IS NOT NULL AND InForceTo IS NULL",
                    static (to, row) => to.Bind(row.At).Bind(row.Kind).Bind(row.Name).Bind(row.Sequence));
            }

            Each(
                [approval],
                "UPDATE Contents SET DecidedBy=?1, Granted=?2, InForceFrom=CASE ?2 WHEN 1 THEN ?3 ELSE InForceFrom END, InForceTo=CASE ?2 WHEN 1 THEN NULL ELSE InForceTo END WHERE Sequence=(SELECT max(Sequence) FROM Contents WHERE Kind=?4 AND Name=?5 AND Digest=?6 AND Sequence<?7)",
                static (to, row) => to.Bind(row.By).Bind(row.Granted).Bind(row.At).Bind(row.Kind).Bind(row.Name).Bind(row.Digest).Bind(row.Sequence));
        }
    }

    private void ApplyRest(DeskChanges changes)
    {
        Each(
            changes.Officers, Insert("Officers", "Person, Roles, InForce, Since"),
            static (to, row) => to.Bind(row.Person).Bind(row.Roles).Bind(row.InForce).Bind(row.Since));
        Each(
            changes.Reads, Insert("Reads", "Sequence, At, By, Kind, Subject, Reason"),
            static (to, row) => to.Bind(row.Sequence).Bind(row.At).Bind(row.By).Bind(row.Kind).Bind(row.Subject).Bind(row.Reason));
        Each(
            changes.SignIns, Insert("SignIns", "Sequence, At, Person, Granted, Terminal"),
            static (to, row) => to.Bind(row.Sequence).Bind(row.At).Bind(row.Person).Bind(row.Granted).Bind(row.Terminal));
        Each(
            changes.Imports, Insert("Imports", "Sequence, At, By, File, Digest, Mapping, Read, Taken, Known, Refused"),
            static (to, row) => to.Bind(row.Sequence).Bind(row.At).Bind(row.By).Bind(row.File).Bind(row.Digest).Bind(row.Mapping).Bind(row.Read).Bind(row.Taken)
                .Bind(row.Known).Bind(row.Refused));
        Each(
            changes.Checkpoints, Insert("Checkpoints", "Batch, Sequence, At, Hash, Tree"),
            static (to, row) => to.Bind(row.Batch).Bind(row.Sequence).Bind(row.At).Bind(row.Hash).Bind(row.Tree));
    }

    // Of two records about the lane in force the later one counts, in whatever order they are applied.
    private static string InForce(string lane, string sequence) =>
        $"LaneInForce=CASE WHEN ifnull(LaneSequence, -1)<{sequence} THEN {lane} ELSE LaneInForce END, LaneSequence=max(ifnull(LaneSequence, -1), {sequence})";

    private static string Insert(string table, string columns)
    {
        var names = columns.Split(", ");
        return $"INSERT OR REPLACE INTO {table} (\"{string.Join("\", \"", names)}\") VALUES ({string.Join(", ", names.Select(_ => "?"))})";
    }

    private void Each<T>(IReadOnlyList<T> rows, string sql, Action<SqliteStatement, T> bind)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (!_prepared.TryGetValue(sql, out var statement))
        {
            _prepared.Add(sql, statement = file.Prepare(sql));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            bind(statement, rows[i]);
            statement.Run();
        }
    }
}
