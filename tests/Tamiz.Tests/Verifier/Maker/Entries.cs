namespace Tamiz.Tests.Verifier.Maker;

/// <summary>A record that is to be written; one C# record for each type of the page.</summary>
internal abstract record Entry(int Type)
{
    public long At { get; init; }

    public string By { get; init; } = "";

    public byte[] ToBytes()
    {
        var fields = new FieldWriter().Unsigned((UInt128)Type).Unsigned(1).Signed(At).Text(By);
        Write(fields);
        return fields.ToArray();
    }

    protected abstract void Write(FieldWriter to);
}

/// <summary>Any bytes in the place of a record, made from those that it would have had.</summary>
internal sealed record RawEntry(byte[] Bytes) : Entry(0)
{
    protected override void Write(FieldWriter to) => throw new NotSupportedException();
}

internal sealed record LedgerEntry(byte[] Id, string Administration, bool Simulated, byte[] Key) : Entry(1)
{
    protected override void Write(FieldWriter to) => to.Bytes(Id).Text(Administration).Flag(Simulated).Bytes(Key);
}

internal sealed record KeyEntry(byte[] Key, string Reason) : Entry(2)
{
    protected override void Write(FieldWriter to) => to.Bytes(Key).Text(Reason);
}

internal sealed record PersonEntry(string Person, bool InForce, params string[] Roles) : Entry(3)
{
    protected override void Write(FieldWriter to) => to.Text(Person).Flag(InForce).List(Roles, static (w, role) => w.Text(role)).Raw(new byte[32]);
}

internal sealed record SignInEntry(string Person, bool Granted, string Terminal) : Entry(4)
{
    protected override void Write(FieldWriter to) => to.Text(Person).Flag(Granted).Text(Terminal);
}

internal sealed record ContentEntry(string Kind, string Name, byte[] Digest, ulong Size) : Entry(5)
{
    protected override void Write(FieldWriter to) => to.Texts(Kind, Name).Raw(Digest).Unsigned(Size);
}

internal sealed record ApprovalEntry(string Kind, string Name, byte[] Digest, bool Granted) : Entry(6)
{
    protected override void Write(FieldWriter to) => to.Texts(Kind, Name).Raw(Digest).Flag(Granted).Text("seen");
}

internal sealed record KnowledgeEntry(params (string Kind, string Name, byte[] Digest)[] Contents) : Entry(7)
{
    protected override void Write(FieldWriter to) => to.List(Contents, static (w, one) => w.Texts(one.Kind, one.Name).Raw(one.Digest));
}

internal sealed record ReadEntry(string Kind, string Subject, string Reason) : Entry(8)
{
    protected override void Write(FieldWriter to) => to.Texts(Kind, Subject, Reason);
}

internal sealed record ImportEntry(string File, ulong Read, ulong Taken, ulong Known, ulong Refused) : Entry(9)
{
    protected override void Write(FieldWriter to) => to.Text(File).Raw(new byte[64]).Unsigned(Read).Unsigned(Taken).Unsigned(Known).Unsigned(Refused);
}

internal sealed record DeclarationEntry(bool Live, string Office, ulong Year, string Number, ulong Version) : Entry(10)
{
    public bool Full { get; init; } = true;

    public int Items { get; init; } = 2;

    public string Identity => (Office.Length == 0 ? "" : Office + "/") + (Year == 0 ? "" : $"{Year}/") + Number;

    protected override void Write(FieldWriter to)
    {
        to.Flag(Live).Text(Office).Unsigned(Year).Text(Number).Unsigned(Version).Signed(At - 1000).Signed(At / 86_400_000);
        to.Masked(
            w => w.Text("40"), Full ? w => w.Text("4000") : null, w => Party(w, 1), w => Party(w, 2), Full ? w => Party(w, null) : null, null,
            w => w.Text("DE"), w => w.Text("HN"), Full ? w => w.Text("3") : null, null, null,
            w => w.List(["MSKU1234565", "TCLU7654321"], static (x, container) => x.Text(container)), w => w.Signed(-3),
            w => w.Decimal(1234.50m), null, w => w.Money(98765.43m, "USD"), w => w.Text("CIF"), w => w.Signed(Items),
            Full ? w => w.List(["a", "b"], static (x, code) => x.Texts("scheme", code)) : null);
        to.List([.. Enumerable.Range(1, Items)], static (w, item) => w.Signed(item).Masked(
            x => x.Text("870323"), null, x => x.Text("vehículo usado"), x => x.Text("JP"), null, null, x => x.Decimal(1200m), x => x.Decimal(-0.5m),
            null, x => x.Text("u"), x => x.Money(15000m, "USD"), x => x.Money(15500m, "USD"), x => x.Decimal(15m), x => x.Money(2325m, "HNL"), null));
    }

    private static void Party(FieldWriter to, byte? person) =>
        to.Optional(person is null ? null : Enumerable.Repeat(person.Value, 16).ToArray(), static (w, id) => w.Raw(id)).Raw(0);
}

internal sealed record AssessmentEntry(string Identity, ulong Version, double[][] Facts, int Reasons) : Entry(11)
{
    protected override void Write(FieldWriter to) => to.Text(Identity).Unsigned(Version)
        .List(Facts, static (w, facts) => w.Numbers(facts))
        .List([.. Enumerable.Range(0, Reasons)], static (w, i) => w
            .Texts($"findings.importer{i}", "findings.up").Raw((byte)(i % 3)).Text("revenue").Number(0.1 * i).Texts("history", $"importer/{i}").Flag(i == 7)
            .List(["rate", "value"], (x, name) => x.Text(name).Raw(1).Number(i / 8.0).Optional(name == "value" ? "X" : null, static (y, text) => y.Text(text))))
        .List(["sdn"], static (w, source) => w.Texts("source.stale", source, "2026-01-01"))
        .List(["revenue"], static (w, area) => w.Text(area).Number(-2.25).Number(-1.0 / 3).Number(1250));
}

internal sealed record DrawEntry(string Identity, string Office, long Day, byte[] Draw) : Entry(12)
{
    protected override void Write(FieldWriter to) => to.Texts(Identity, Office).Signed(Day).Raw(Draw);
}

internal sealed record LaneEntry(string Identity, ulong Version, string Lane, byte Basis) : Entry(13)
{
    protected override void Write(FieldWriter to) => to.Text(Identity).Unsigned(Version).Text(Lane).Raw(Basis).Text("revenue")
        .Number(0.3).Number(0.2).Number(0.1).Number(12.5).Number(double.NaN).Text("").Flag(true).Number(0.01);
}

internal sealed record FindingEntry(string Identity, long Item, bool NonCompliant, byte Status, byte Nature, decimal? Recovered) : Entry(14)
{
    protected override void Write(FieldWriter to)
    {
        to.Text(Identity).Signed(Item).Flag(NonCompliant).Text("revenue").Raw(Status, Nature).Signed(At - 1);
        to.Flag(Recovered.HasValue);
        if (Recovered is { } amount)
        {
            to.Decimal(amount);
        }
    }
}

internal sealed record AmendmentEntry(string Identity, ulong Earlier, ulong Later, bool Disclosed) : Entry(15)
{
    protected override void Write(FieldWriter to) => to.Text(Identity).Unsigned(Earlier).Unsigned(Later).Flag(Disclosed);
}

internal sealed record CancellationEntry(string Identity, ulong Version, string Reason) : Entry(16)
{
    protected override void Write(FieldWriter to) => to.Text(Identity).Unsigned(Version).Text(Reason);
}

internal sealed record AssignmentEntry(string Identity, string Inspector, double Probability) : Entry(17)
{
    protected override void Write(FieldWriter to) => to.Texts(Identity, Inspector).Number(Probability).Raw(new byte[16]).Texts("turn", "");
}

internal sealed record OverrideEntry(string Identity, string From, string To, string Second) : Entry(18)
{
    protected override void Write(FieldWriter to) => to.Texts(Identity, From, To, "perishable", "seen at the gate", Second);
}

internal sealed record DayOpenedEntry(string Office, long Day, (string Lane, double Bound)[] Bounds, byte[] Commitment, byte[] Anchor, string Outside, byte[] Next) : Entry(19)
{
    protected override void Write(FieldWriter to) => to.Text(Office).Signed(Day)
        .List(Bounds, static (w, one) => w.Text(one.Lane).Number(one.Bound)).Text("green").Raw(Commitment).Raw(Anchor)
        .Texts(Outside, "beacon").Raw(Next);
}

internal sealed record DayClosedEntry(string Office, long Day, byte[] Seed, ulong Draws, (string Lane, ulong Count)[] Totals, string[] Missing) : Entry(20)
{
    protected override void Write(FieldWriter to) => to.Text(Office).Signed(Day).Raw(Seed).Unsigned(Draws)
        .List(Totals, static (w, one) => w.Text(one.Lane).Unsigned(one.Count)).List(Missing, static (w, number) => w.Text(number));
}

internal sealed record CommitmentEntry(string Office, byte[] Commitment) : Entry(21)
{
    protected override void Write(FieldWriter to) => to.Text(Office).Raw(Commitment);
}

internal sealed record CheckpointEntry(ulong Batch, byte[] BatchHash, byte[] Tree) : Entry(22)
{
    protected override void Write(FieldWriter to) => to.Unsigned(Batch).Raw(BatchHash).Raw(Tree);
}

internal sealed record ErasureEntry(byte[][] Pseudonyms, string Law) : Entry(23)
{
    protected override void Write(FieldWriter to) => to.List(Pseudonyms, static (w, one) => w.Raw(one)).Text(Law);
}

internal sealed record RepairEntry(ulong Segment, ulong Offset, ulong Length) : Entry(24)
{
    protected override void Write(FieldWriter to) => to.Unsigned(Segment).Unsigned(Offset).Unsigned(Length).Raw(new byte[32]);
}

internal sealed record ClockEntry(long Shown) : Entry(25)
{
    protected override void Write(FieldWriter to) => to.Signed(Shown);
}
