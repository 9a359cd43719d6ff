namespace Tamiz.Flow;

/// <summary>What became of the rows that were read: read = taken + known + refused.</summary>
public sealed class Tally
{
    /// <summary>Rows read.</summary>
    public long Read => Taken + Known + Refused;

    /// <summary>Rows taken into a declaration.</summary>
    public long Taken { get; set; }

    /// <summary>Rows that say again what is already known.</summary>
    public long Known { get; set; }

    /// <summary>Rows refused; they stay in quarantine.</summary>
    public long Refused { get; set; }

    /// <summary>Declarations made of the rows taken.</summary>
    public long Declarations { get; set; }

    /// <summary>Goods items of them.</summary>
    public long Items { get; set; }
}
