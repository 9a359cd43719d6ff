using System.Globalization;
using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Rules;

/// <summary>Declarations, assessments, draws, lanes, amendments and overrides (D2 to D8, P4, P5).</summary>
internal sealed class Decisions(Cursor cursor, OfficeDays days, Approvals approvals, Numbering numbering)
{
    private readonly IdentityTable _identities = new();

    // Versions that the state of an identity has no bit for.
    private readonly HashSet<(UInt128 Identity, ulong Version, bool Assessed)> _highVersions = [];

    public void Declaration(RecordView record, UInt128 identity)
    {
        ref var state = ref _identities[identity];
        var version = record.Unsigned(4);
        if (IsDeclared(state, version))
        {
            cursor.Broken("D2", string.Create(CultureInfo.InvariantCulture, $"{record.String(3)}, version {version}, once more"), "each version of an identity once");
        }

        Mark(ref state, version, assessed: false);
        numbering.Register(days.OfficeOf(record.Text(1)), record.Unsigned(2), record.Text(3), record.Flag(0));
        if (!record.Flag(0))
        {
            return;
        }

        if (version == 1 && !state.IsLive)
        {
            state.Live = cursor.Record;
            state.Marks |= IdentityMarks.Live;
        }
    }

    public void Assessment(RecordView record, UInt128 identity)
    {
        ref var state = ref _identities[identity];
        var version = record.Unsigned(1);
        Mark(ref state, version, assessed: true);
        state.Marks |= state.IsLive && version == 1 ? IdentityMarks.AssessedSince : IdentityMarks.None;
    }

    public void Draw(RecordView record, UInt128 identity)
    {
        ref var state = ref _identities[identity];
        var drawn = state.Marks.HasFlag(IdentityMarks.Drawn);
        state.Marks |= state.IsLive ? IdentityMarks.Drawn | IdentityMarks.DrawnSince : IdentityMarks.Drawn;
        if (drawn)
        {
            cursor.Broken("D4", $"a further draw of {record.String(0)}", "one draw of an identity");
            return;
        }

        if (days.OfficeOf(record.Text(1)).Open is not { } open || open.Date != record.Signed(2))
        {
            cursor.Broken("D4", $"a draw of {record.String(0)} on a day that is not open", "a day that is open");
            return;
        }

        state.Day = open.Number;
        state.Drawn = (byte)open.Add(record.Text(0), record.Fixed(3, 16), cursor.Record);
    }

    public void Lane(RecordView record, UInt128 identity)
    {
        ref var state = ref _identities[identity];
        var version = record.Unsigned(1);
        var drawn = state.Marks.HasFlag(IdentityMarks.Drawn);
        if (!IsDeclared(state, version) || !IsAssessed(state, version) || !drawn)
        {
            var missing = !IsDeclared(state, version) ? "declaration" : drawn ? "assessment" : "draw";
            cursor.Broken("D5", $"a lane of {record.String(0)} without {missing}", "declaration, assessment and draw before it");
        }

        state.Marks |= state.IsLive && version == 1 ? IdentityMarks.LaneSince : IdentityMarks.None;
        if (state.Day == 0)
        {
            return;
        }

        var ladder = days.LadderOf(state.Day);
        var rank = RankOf(record, 2, ladder);
        if (state.Drawn != 0 && rank > state.Drawn)
        {
            cursor.Broken("D6", "lane " + record.String(2), $"{ladder.NameOf(state.Drawn)} or more, which was drawn");
        }

        if (state.Lane != 0 && rank > state.Lane)
        {
            cursor.Broken("D7", "lane " + record.String(2), $"{ladder.NameOf(state.Lane)} or more, which is in force");
        }

        Put(record, ref state, rank);
    }

    public void Override(RecordView record, UInt128 identity)
    {
        ref var state = ref _identities[identity];
        if (state.Day == 0)
        {
            cursor.Broken("P5", "from " + record.String(1), "a lane in force");
            return;
        }

        var ladder = days.LadderOf(state.Day);
        var (from, to) = (ladder.RankOf(record.Text(1)), RankOf(record, 2, ladder));
        var second = record.String(5);
        if (to > from && (second == record.By || !approvals.IsPerson(second)))
        {
            cursor.Broken("P4", $"less control by {record.By}, with “{second}”", "a second person");
        }

        if (from != state.Lane)
        {
            cursor.Broken("P5", "from " + record.String(1), $"{ladder.NameOf(state.Lane)}, which is in force");
        }

        Put(record, ref state, to);
    }

    public void Amendment(RecordView record, UInt128 identity)
    {
        var state = _identities[identity];
        var (earlier, later) = (record.Unsigned(1), record.Unsigned(2));
        if (later <= earlier || !IsDeclared(state, earlier) || !IsDeclared(state, later))
        {
            cursor.Broken("D8", string.Create(CultureInfo.InvariantCulture, $"an amendment of version {earlier} by {later}"), "two versions that stand before it, the later the higher");
        }
    }

    /// <summary>What must have followed by the end of the ledger.</summary>
    public void End()
    {
        foreach (var state in _identities.All.Where(state => state.IsLive && !state.Marks.HasFlag(IdentityMarks.Followed)))
        {
            var missing = !state.Marks.HasFlag(IdentityMarks.AssessedSince) ? "assessment" : !state.Marks.HasFlag(IdentityMarks.DrawnSince) ? "draw" : "lane";
            cursor.BrokenEarlier(state.Live, "D3", $"a live declaration without {missing} after it", "assessment, draw and lane");
        }
    }

    private int RankOf(RecordView record, int field, Ladder ladder)
    {
        var rank = ladder.RankOf(record.Text(field));
        if (rank > ladder.Count)
        {
            cursor.Broken("D7", "lane " + record.String(field), "one of " + ladder);
        }

        return rank;
    }

    // The totals of the day follow while it is open.
    private void Put(RecordView record, ref IdentityState state, int rank)
    {
        var open = days.OpenDayOf(state.Day);
        if (open is not null)
        {
            open.Totals[state.Lane]--;
            open.Totals[rank]++;
        }

        state.Lane = (byte)rank;
    }

    private bool IsDeclared(in IdentityState state, ulong version) => Has(state.Declared, state.Identity, version, assessed: false);

    private bool IsAssessed(in IdentityState state, ulong version) => Has(state.Assessed, state.Identity, version, assessed: true);

    private bool Has(byte bits, UInt128 identity, ulong version, bool assessed) =>
        version < 8 ? (bits >> (int)version & 1) == 1 : _highVersions.Contains((identity, version, assessed));

    private void Mark(ref IdentityState state, ulong version, bool assessed)
    {
        if (version >= 8)
        {
            _highVersions.Add((state.Identity, version, assessed));
            return;
        }

        var bit = (byte)(1 << (int)version);
        (state.Declared, state.Assessed) = assessed ? (state.Declared, (byte)(state.Assessed | bit)) : ((byte)(state.Declared | bit), state.Assessed);
    }
}
