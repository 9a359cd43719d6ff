namespace Tamiz.Formats.Mappings;

/// <summary>The readers of dates by office. Not for several threads.</summary>
internal sealed class OfficeDates
{
    private readonly DateReader _others;
    private readonly Dictionary<string, DateReader> _own;

    /// <summary>Readers for a mapping: its zone where it names one, else the office's; a day is counted in the office's own zone first.</summary>
    public OfficeDates(Mapping mapping, OfficeZones zones)
    {
        var meant = mapping.TimeZone ?? zones.Others;
        _others = new DateReader(mapping.Dates, meant, meant);
        _own = zones.Own.ToDictionary(
            office => office.Key, office => new DateReader(mapping.Dates, mapping.TimeZone ?? office.Value, office.Value), StringComparer.Ordinal);
    }

    public DateReader Of(string office) => _own.GetValueOrDefault(office, _others);
}
