using System.Text;

namespace Tamiz.Verifier.Records;

/// <summary>A decoded record with its bytes: any of its fields, by place.</summary>
internal readonly ref struct RecordView(ReadOnlySpan<byte> payload, ReadOnlySpan<int> fields, int by)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private readonly ReadOnlySpan<int> _fields = fields;
    private readonly int _by = by;

    /// <summary>Id of the person; empty where the system acted by itself.</summary>
    public string By => new CanonicalReader(_payload, _by).String();

    /// <summary>A reader that stands at a field.</summary>
    public CanonicalReader At(int field) => new(_payload, _fields[field]);

    public ulong Unsigned(int field) => At(field).Unsigned();

    public long Signed(int field) => At(field).Signed();

    public bool Flag(int field) => _payload[_fields[field]] == 1;

    public ReadOnlySpan<byte> Text(int field) => At(field).Bytes();

    public string String(int field) => Encoding.UTF8.GetString(Text(field));

    public ReadOnlySpan<byte> Fixed(int field, int size) => _payload.Slice(_fields[field], size);

    public ReadOnlySpan<byte> Hash(int field) => Fixed(field, 32);
}
