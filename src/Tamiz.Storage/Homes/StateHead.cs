using Tamiz.Ledger;
using Tamiz.Storage.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Where a kept state stands.</summary>
/// <param name="Format">The format and the program that wrote it.</param>
/// <param name="Ledger">The ledger's id.</param>
/// <param name="Records">How many records it comes after.</param>
/// <param name="Mark">The last batch before it: the ledger was checked up to there.</param>
internal sealed record StateHead(string Format, LedgerId Ledger, long Records, LedgerMark Mark)
{
    /// <summary>Reads it; what follows the format is that of this program only where the format is.</summary>
    public static StateHead Read(BinaryReader reader)
    {
        var (format, ledger, records) = (reader.ReadString(), new LedgerId(reader.ReadUInt128()), reader.ReadInt64());
        var (batch, hash, key) = (reader.ReadInt64(), reader.ReadHash(), reader.ReadBytes(reader.ReadInt32()));
        return new(format, ledger, records, new(batch, hash, key, reader.ReadBoolean() ? new(reader.ReadInt64(), new Instant(reader.ReadInt64())) : null));
    }

    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.Write(Ledger.Value);
        writer.Write(Records);
        writer.Write(Mark.Batch);
        writer.Write(Mark.Hash);
        writer.Write(Mark.Key.Length);
        writer.Write(Mark.Key.Span);
        writer.Write(Mark.Checkpoint is not null);
        if (Mark.Checkpoint is { } checkpoint)
        {
            writer.Write(checkpoint.Batch);
            writer.Write(checkpoint.At.UnixMilliseconds);
        }
    }

    /// <summary>Whether a ledger has that batch, and it ends there.</summary>
    public bool IsOf(LedgerReader log) =>
        Ledger == log.Id && Mark.Batch < log.Batches && Records <= log.Records && log.HashOf(Mark.Batch) == Mark.Hash
        && (Mark.Batch == log.Batches - 1 ? Records == log.Records : log.BatchOf(Records) == Mark.Batch + 1 && log.BatchOf(Records - 1) == Mark.Batch);
}
