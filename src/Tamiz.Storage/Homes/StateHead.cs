using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Where a kept state stands.</summary>
/// <param name="Format">The format and the program that wrote it.</param>
/// <param name="Ledger">The ledger's id.</param>
/// <param name="Records">How many records it comes after.</param>
/// <param name="Batch">The last batch before it.</param>
/// <param name="Hash">Hash of that batch.</param>
internal sealed record StateHead(string Format, LedgerId Ledger, long Records, long Batch, Hash Hash)
{
    /// <summary>Reads it.</summary>
    public static StateHead Read(BinaryReader reader) =>
        new(reader.ReadString(), new LedgerId(reader.ReadUInt128()), reader.ReadInt64(), reader.ReadInt64(), reader.ReadHash());

    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.Write(Ledger.Value);
        writer.Write(Records);
        writer.Write(Batch);
        writer.Write(Hash);
    }

    /// <summary>Whether a ledger has that batch, and it ends there.</summary>
    public bool IsOf(Storage.Ledger.LedgerLog log) =>
        Ledger == log.Id && Batch < log.Batches && Records <= log.Records && log.HashOf(Batch) == Hash
        && (Batch == log.Batches - 1 ? Records == log.Records : log.BatchOf(Records) == Batch + 1 && log.BatchOf(Records - 1) == Batch);
}
