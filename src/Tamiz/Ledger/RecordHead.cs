namespace Tamiz.Ledger;

/// <summary>What every record begins with.</summary>
/// <param name="Type">Number of its type.</param>
/// <param name="Version">Version of its fields, from 1.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
internal readonly record struct RecordHead(ulong Type, ulong Version, Instant At, string By)
{
    public static RecordHead Read(ref RecordReader reader)
    {
        var type = reader.Unsigned();
        var version = reader.Unsigned();
        var at = reader.At();
        return new(type, version, at, reader.Text());
    }
}
