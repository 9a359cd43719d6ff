using System.Buffers.Binary;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Records within a kept state, in their canonical bytes, each after its length.</summary>
internal sealed class KeptRecords(BinaryWriter writer)
{
    private readonly RecordWriter _scratch = new();

    /// <summary>Writes a record; null is a length of 0.</summary>
    public void Write(LedgerRecord? record)
    {
        _scratch.Clear();
        record?.Write(_scratch);
        writer.Write(_scratch.Length);
        writer.Write(_scratch.Written);
    }

    /// <summary>Reads a record that is there.</summary>
    public static LedgerRecord Read(BinaryReader reader) => ReadOptional(reader) ?? throw new InvalidDataException("no record");

    /// <summary>Reads a record, or null.</summary>
    public static LedgerRecord? ReadOptional(BinaryReader reader) => reader.ReadInt32() is > 0 and var length ? LedgerRecord.Read(reader.ReadBytes(length)) : null;
}

/// <summary>Values of a kept state that the readers and writers of the runtime do not know.</summary>
internal static class KeptValues
{
    public static void Write(this BinaryWriter writer, UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        writer.Write(bytes);
    }

    public static UInt128 ReadUInt128(this BinaryReader reader) => BinaryPrimitives.ReadUInt128BigEndian(reader.ReadBytes(16));

    public static void Write(this BinaryWriter writer, Hash value)
    {
        Span<byte> bytes = stackalloc byte[Hash.Size];
        value.CopyTo(bytes);
        writer.Write(bytes);
    }

    public static Hash ReadHash(this BinaryReader reader) => new(reader.ReadBytes(Hash.Size));
}
