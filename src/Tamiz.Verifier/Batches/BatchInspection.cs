using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tamiz.Verifier.Files;
using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Batches;

/// <summary>What can be said of one batch without those before it. Any number of batches are inspected at the same time.</summary>
internal sealed class BatchInspection
{
    /// <summary>No batch has more records.</summary>
    public const int MostRecords = 1_000_000;

    private const int LongestRecord = 16 << 20;

    private readonly StoredBatch _batch;
    private readonly List<(string Rule, string Found, string Expected)> _faults = [];
    private readonly List<DecodedRecord> _records = [];
    private readonly List<int> _fields = [];
    private readonly IdentityHash _identities;
    private byte[] _payload = [];
    private byte[] _identity = new byte[256];

    private BatchInspection(StoredBatch batch, IdentityHash identities)
    {
        (_batch, _identities) = (batch, identities);
        Hash = SHA256.HashData(batch.Header.Signed);
    }

    /// <summary>The hash of the batch.</summary>
    public byte[] Hash { get; }

    /// <summary>Whether the key whose id stands in the header signed it; null where that key was not known yet.</summary>
    public bool? IsSigned { get; private set; }

    /// <summary>What is wrong with the batch as a whole, in the order of the rules: C2, C5, C6, C7.</summary>
    public IReadOnlyList<(string Rule, string Found, string Expected)> Faults => _faults;

    /// <summary>What is not canonical in a record (C10), and which record of the batch it is.</summary>
    public (int Record, string Fault)? RecordFault { get; private set; }

    /// <summary>Whether the payload is what the header says, and cut into its records.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>The records, up to the first that is not canonical.</summary>
    public ReadOnlySpan<DecodedRecord> Records => CollectionsMarshal.AsSpan(_records);

    /// <summary>A record with its fields.</summary>
    public RecordView View(in DecodedRecord record) => new(_payload, CollectionsMarshal.AsSpan(_fields)[record.Fields..], record.By);

    /// <summary>A record's bytes.</summary>
    public ReadOnlySpan<byte> BytesOf(in DecodedRecord record) => _payload.AsSpan(record.Start, record.End - record.Start);

    /// <summary>Inspects a batch.</summary>
    public static BatchInspection Of(StoredBatch batch, KeyRing keys, IdentityHash identities)
    {
        var inspection = new BatchInspection(batch, identities);
        inspection.IsSigned = keys.Find(batch.Header.KeyId)?.Signed(inspection.Hash, batch.Header.Signature);
        inspection.Open();
        return inspection;
    }

    private void Open()
    {
        var header = _batch.Header;
        if (!header.HasZeros)
        {
            Fault("C2", "other bytes at 137", "zeros");
        }

        if (!SHA256.HashData(_batch.Payload).AsSpan().SequenceEqual(header.PayloadHash))
        {
            Fault("C5", "a payload with another hash", Convert.ToHexStringLower(header.PayloadHash));
            return;
        }

        if (Inflated() is not { } payload)
        {
            Fault("C5", "a payload that does not inflate so", string.Create(CultureInfo.InvariantCulture, $"{header.InflatedLength} bytes by method {header.Method}"));
            return;
        }

        _payload = payload;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (header.Count is 0 or > MostRecords || header.Count > payload.Length)
        {
            Fault("C6", string.Create(CultureInfo.InvariantCulture, $"{payload.Length} bytes for {header.Count} records"), $"1 to {MostRecords} records");
            return;
        }

        var leaves = new byte[header.Count * MerkleTree.HashSize];
        if (Cut(leaves, hash) is { } problem)
        {
            Fault("C6", problem, string.Create(CultureInfo.InvariantCulture, $"{header.Count} records and nothing else"));
            return;
        }

        var root = MerkleTree.Root(leaves, hash);
        IsReadable = root.SequenceEqual(header.Root);
        if (!IsReadable)
        {
            Fault("C7", "a tree with root " + Convert.ToHexStringLower(root), Convert.ToHexStringLower(header.Root));
        }
    }

    private byte[]? Inflated()
    {
        var header = _batch.Header;
        return header switch
        {
            { InflatedLength: > SegmentReader.LongestPayload } => null,
            { Method: 0 } => header.InflatedLength == header.StoredLength ? _batch.Payload : null,
            { Method: 1 } => BoundedInflation.Inflate(_batch.Payload, (int)header.InflatedLength),
            _ => null,
        };
    }

    // Cuts the payload into records; says what is wrong with their number or lengths.
    private string? Cut(Span<byte> leaves, IncrementalHash hash)
    {
        _records.EnsureCapacity((int)Math.Min(_batch.Header.Count, _payload.Length / 4));
        var at = 0;
        for (var i = 0; i < _batch.Header.Count; i++)
        {
            var reader = new CanonicalReader(_payload, at);
            var length = reader.Unsigned();
            if (reader.Fault is not null || length > LongestRecord || length > (ulong)(_payload.Length - reader.At))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{i} records, then {reader.Fault ?? $"a length of {length}"}");
            }

            Take(reader.At, reader.At + (int)length, leaves.Slice(i * MerkleTree.HashSize, MerkleTree.HashSize), hash);
            at = reader.At + (int)length;
        }

        return at == _payload.Length ? null : string.Create(CultureInfo.InvariantCulture, $"{_payload.Length - at} bytes after the records");
    }

    private void Take(int start, int end, Span<byte> leaf, IncrementalHash hash)
    {
        // The byte before a record is the last of its length, which was read: for a moment it is the 0 of the leaf.
        var (first, before) = (start - 1, _payload[start - 1]);
        _payload[first] = 0;
        hash.AppendData(_payload.AsSpan(first, end - first));
        hash.GetHashAndReset(leaf);
        _payload[first] = before;
        if (RecordFault is not null)
        {
            return;
        }

        if ((RecordDecoder.Decode(_payload, start, end, _fields, out var record) ?? RecordForm.Fault(record.Type, View(record))) is { } fault)
        {
            RecordFault = (_records.Count, fault);
            return;
        }

        _records.Add(record with { Identity = IdentityOf(record) });
    }

    private UInt128 IdentityOf(in DecodedRecord record)
    {
        var view = View(record);
        return record.Type switch
        {
            RecordType.Declaration => _identities.Of(IdentityOf(view.Text(1), view.Unsigned(2), view.Text(3))),
            RecordType.Assessment or RecordType.Draw or RecordType.Lane or RecordType.Amendment or RecordType.Override => _identities.Of(view.Text(0)),
            _ => default,
        };
    }

    // office/year/number; without what is empty or 0.
    private ReadOnlySpan<byte> IdentityOf(ReadOnlySpan<byte> office, ulong year, ReadOnlySpan<byte> number)
    {
        const int MostDigits = 20;
        var needed = office.Length + number.Length + MostDigits + 2;
        if (_identity.Length < needed)
        {
            _identity = new byte[needed * 2];
        }

        var length = office.Length;
        office.CopyTo(_identity);
        if (length > 0)
        {
            _identity[length++] = (byte)'/';
        }

        if (year != 0 && year.TryFormat(_identity.AsSpan(length), out var digits, provider: CultureInfo.InvariantCulture))
        {
            length += digits;
            _identity[length++] = (byte)'/';
        }

        number.CopyTo(_identity.AsSpan(length));
        return _identity.AsSpan(0, length + number.Length);
    }

    private void Fault(string rule, string found, string expected) => _faults.Add((rule, found, expected));
}
