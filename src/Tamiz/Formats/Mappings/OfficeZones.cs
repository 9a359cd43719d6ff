namespace Tamiz.Formats.Mappings;

/// <summary>The time zones of customs offices.</summary>
/// <param name="Others">Zone of the offices that have none of their own.</param>
/// <param name="Own">Zones by office.</param>
public sealed record OfficeZones(TimeZoneInfo Others, IReadOnlyDictionary<string, TimeZoneInfo> Own)
{
    /// <summary>One zone for all offices.</summary>
    public static implicit operator OfficeZones(TimeZoneInfo zone) => new(zone, new Dictionary<string, TimeZoneInfo>());

    /// <summary>Reads the key timeZone of a section: an IANA id that the machine's tables have; null, with TZ0114, for another.</summary>
    /// <returns>Null too where the key is missing.</returns>
    internal static TimeZoneInfo? Read(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        if (section.Text("timeZone") is not { } id)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        diagnostics.Add(MappingDiagnostics.UnknownTimeZone.At(section.PlaceOf("timeZone"), id));
        return null;
    }
}
