namespace Tamiz.Formats.Mappings;

/// <summary>The readers of dates by office. Not for several threads.</summary>
internal sealed class OfficeDates
{
    private readonly DateReader _others;
    private readonly Dictionary<string, DateReader> _own;

    /// <summary>Readers of formats: in one zone where there is one, else the office's; a day is counted in the office's own zone first.</summary>
    public OfficeDates(IReadOnlyList<string> formats, TimeZoneInfo? zone, OfficeZones zones)
    {
        var meant = zone ?? zones.Others;
        _others = new DateReader(formats, meant, meant);
        _own = zones.Own.ToDictionary(
            office => office.Key, office => new DateReader(formats, zone ?? office.Value, office.Value), StringComparer.Ordinal);
    }

    public DateReader Of(string office) => _own.GetValueOrDefault(office, _others);
}
