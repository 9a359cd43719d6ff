using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParquetSharp;
using Tamiz.Declarations;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Archive;

/// <summary>The columns of version 1, in order; those of the facts follow. A new column goes to the end, and makes a new version.</summary>
internal sealed class ArchiveColumns
{
    public const string IdentityName = "identity";
    public const string ItemName = "item";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ArchiveColumn> _columns = [];

    public ArchiveColumns()
    {
        Whole("sequence", row => row.Sequence);
        Text(IdentityName, row => Unversioned(row.Declaration.Identity), out var identity);
        Identity = identity;
        Whole("version", row => row.Declaration.Identity.Version);
        Text("office", row => row.Declaration.Identity.Office);
        Time("received_at", row => row.ReceivedAt);
        Time("lodged_at", row => row.Declaration.LodgedAt);
        Add("lodged_on", new NumberBuffer<int>(PhysicalType.Int32, LogicalType.Date), row => row.Declaration.LodgedOn.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        Flag("live", row => row.Live);
        OfDeclaration();
        OfItem(out var item);
        Item = item;
        OfDecision();
        OfFinding();
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ArchiveColumn> All => _columns;

    /// <summary>Identities, without the version.</summary>
    public TextBuffer Identity { get; }

    /// <summary>Sequences of the items.</summary>
    public NumberBuffer<int> Item { get; }

    /// <summary>A column of facts; a fact that is not known is missing.</summary>
    public static NumberBuffer<double> Facts() => new(PhysicalType.Double, LogicalType.None);

    /// <summary>Adds a finding, or that there is none, to the columns of findings.</summary>
    public Action<ArchiveFinding?> AddFinding { get; private set; } = static _ => { };

    private void OfDeclaration()
    {
        Text("regime", row => row.Declaration.Regime);
        Text("procedure", row => row.Declaration.Procedure);
        Party("declarant", row => row.Declarant);
        Party("importer", row => row.Importer);
        Party("exporter", row => row.Exporter);
        Party("carrier", row => row.Carrier);
        Text("country_of_export", row => row.Declaration.CountryOfExport);
        Text("country_of_destination", row => row.Declaration.CountryOfDestination);
        Text("transport_mode", row => row.Declaration.TransportMode);
        Text("transport_means", row => row.Declaration.TransportMeans);
        Text("transport_name", row => row.Declaration.TransportName);
        Text("containers", row => List(row.Declaration.Containers));
        Whole("packages", row => row.Declaration.Packages);
        Amount("total_gross_mass", row => row.Declaration.TotalGrossMass?.Kilograms);
        Amount("total_net_mass", row => row.Declaration.TotalNetMass?.Kilograms);
        Money("invoice", row => row.Declaration.Invoice);
        Text("incoterm", row => row.Declaration.Incoterm);
        Whole("item_count", row => row.Declaration.ItemCount);
        Text("codes", row => List(row.Declaration.Codes));
    }

    private void OfItem(out NumberBuffer<int> item)
    {
        item = new NumberBuffer<int>(PhysicalType.Int32, LogicalType.None);
        Add(ItemName, item, row => row.Item.Sequence);
        Text("hs", row => row.Item.Hs);
        Text("classifications", row => List(row.Item.Classifications));
        Text("description", row => row.Item.Description);
        Text("origin", row => row.Item.Origin);
        Text("preference", row => row.Item.Preference);
        Text("item_procedure", row => row.Item.Procedure);
        Amount("net_mass", row => row.Item.NetMass?.Kilograms);
        Amount("gross_mass", row => row.Item.GrossMass?.Kilograms);
        Amount("supplementary_quantity", row => row.Item.SupplementaryQuantity);
        Text("supplementary_unit", row => row.Item.SupplementaryUnit);
        Money("price", row => row.Item.Price);
        Money("customs_value", row => row.Item.CustomsValue);
        Amount("duty_rate_percent", row => row.Item.DutyRatePercent);
        Money("taxes", row => row.Item.Taxes);
        Text("item_codes", row => List(row.Item.Codes));
    }

    private void OfDecision()
    {
        Text("lane", row => row.Lane);
        Text("basis", row => row.Basis);
        Text("area", row => row.Area);
        Real("risk", row => row.Risk);
        Real("at_stake", row => row.AtStake);
        Real("expected", row => row.Expected);
        Real("inclusion", row => row.Inclusion);
        Flag("referral", row => row.Referral);
        Text("evidence", row => row.Evidence);
    }

    private void OfFinding()
    {
        var nonCompliant = new NumberBuffer<bool>(PhysicalType.Boolean, LogicalType.None);
        var area = new TextBuffer();
        var status = new NumberBuffer<int>(PhysicalType.Int32, LogicalType.None);
        var nature = new NumberBuffer<int>(PhysicalType.Int32, LogicalType.None);
        var known = new NumberBuffer<long>(PhysicalType.Int64, Milliseconds);
        var recovered = new DecimalBuffer();
        _columns.AddRange(
        [
            new("finding_non_compliant", nonCompliant, null), new("finding_area", area, null), new("finding_status", status, null),
            new("finding_nature", nature, null), new("finding_known_at", known, null), new("finding_recovered", recovered, null),
        ]);
        AddFinding = finding =>
        {
            nonCompliant.Add(finding?.NonCompliant);
            area.Add(finding?.Area);
            status.Add(finding?.Status);
            nature.Add(finding?.Nature);
            known.Add(finding?.Known.UnixMilliseconds);
            recovered.Add(finding?.Recovered);
        };
    }

    private static LogicalType Milliseconds() => LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Millis);

    private static string? List(IReadOnlyList<string> texts) => texts.Count == 0 ? null : JsonSerializer.Serialize(texts, Json);

    private static string? List(IReadOnlyList<Code> codes) => codes.Count == 0 ? null : List([.. codes.Select(code => $"{code.Scheme}={code.Value}")]);

    private static string Unversioned(Identity identity) => identity.Version == 1 ? identity.Text : new Identity(identity.Office, identity.Year, identity.Number).Text;

    private static string? Hexadecimal(UInt128? pseudonym)
    {
        if (pseudonym is not { } given)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, given);
        return Convert.ToHexStringLower(bytes);
    }

    private void Add<T>(string name, NumberBuffer<T> buffer, Func<ArchiveRow, T?> value)
        where T : unmanaged => _columns.Add(new ArchiveColumn(name, buffer, row => buffer.Add(value(row))));

    private void Whole(string name, Func<ArchiveRow, long?> value) => Add(name, new NumberBuffer<long>(PhysicalType.Int64, LogicalType.None), value);

    private void Time(string name, Func<ArchiveRow, Instant> value) =>
        Add(name, new NumberBuffer<long>(PhysicalType.Int64, Milliseconds), row => value(row).UnixMilliseconds);

    private void Flag(string name, Func<ArchiveRow, bool> value) => Add(name, new NumberBuffer<bool>(PhysicalType.Boolean, LogicalType.None), row => value(row));

    private void Real(string name, Func<ArchiveRow, double> value) => Add(name, Facts(), row => value(row) is var number && double.IsNaN(number) ? null : number);

    private void Text(string name, Func<ArchiveRow, string?> value) => Text(name, value, out _);

    private void Text(string name, Func<ArchiveRow, string?> value, out TextBuffer buffer)
    {
        var texts = buffer = new TextBuffer();
        _columns.Add(new ArchiveColumn(name, texts, row => texts.Add(value(row))));
    }

    private void Amount(string name, Func<ArchiveRow, decimal?> value)
    {
        var amounts = new DecimalBuffer();
        _columns.Add(new ArchiveColumn(name, amounts, row => amounts.Add(value(row))));
    }

    private void Money(string name, Func<ArchiveRow, Money?> value)
    {
        Amount(name, row => value(row)?.Amount);
        Text(name + "_currency", row => value(row)?.Currency);
    }

    private void Party(string name, Func<ArchiveRow, Pseudonyms> value)
    {
        Text(name + "_identifier", row => Hexadecimal(value(row).Identifier));
        Text(name + "_person", row => Hexadecimal(value(row).Person));
    }
}
