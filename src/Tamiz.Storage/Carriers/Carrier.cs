using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage.Carriers;

/// <summary>A file of rows in one format, read from the start any number of times.</summary>
internal abstract class Carrier(ColumnPlan plan)
{
    /// <summary>Its columns.</summary>
    public ColumnPlan Plan => plan;

    /// <summary>Bytes of it read so far.</summary>
    public long BytesRead { get; protected set; }

    /// <summary>Its rows in pieces, each to be cut on any thread; enumerated on one.</summary>
    public abstract IEnumerable<Func<RawBatch>> Read();

    /// <summary>Cuts rows that were cut and kept before.</summary>
    public abstract RawBatch Recut(IReadOnlyList<KeptRow> rows);

    /// <summary>Takes back a batch of which rows and fields are no longer used; its bytes may be.</summary>
    public virtual void Spend(RawBatch batch)
    {
    }

    protected static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
