using Tamiz.Declarations;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Archive;

/// <summary>An item of a declaration, as the archive keeps it.</summary>
/// <param name="Sequence">Sequence of the declaration's record; rows are in its order.</param>
/// <param name="ReceivedAt">When its record was made, but not before that of the row before it; the archive's month is that of this instant, in UTC.</param>
/// <param name="Declaration">The declaration as lodged. Names, addresses and identifiers in it are not archived.</param>
/// <param name="Item">The item.</param>
/// <param name="Facts">Facts of the item, in the order of the names given with the rows; not a number where one is not known. Not changed afterwards.</param>
public sealed record ArchiveRow(long Sequence, Instant ReceivedAt, Declaration Declaration, Item Item, double[] Facts)
{
    /// <summary>False for imported history.</summary>
    public bool Live { get; init; } = true;

    /// <summary>The declarant, by pseudonym.</summary>
    public Pseudonyms Declarant { get; init; }

    /// <summary>The importer, by pseudonym.</summary>
    public Pseudonyms Importer { get; init; }

    /// <summary>The exporter, by pseudonym.</summary>
    public Pseudonyms Exporter { get; init; }

    /// <summary>The carrier, by pseudonym.</summary>
    public Pseudonyms Carrier { get; init; }

    /// <summary>The lane that selection gave; null for none.</summary>
    public string? Lane { get; init; }

    /// <summary>Why, in the word of <see cref="Selection.Basis"/>; null for none.</summary>
    public string? Basis { get; init; }

    /// <summary>Risk area that weighs most; null for none.</summary>
    public string? Area { get; init; }

    /// <summary>Probability of non-compliance in that area; not a number where there is none.</summary>
    public double Risk { get; init; } = double.NaN;

    /// <summary>Consequence of non-compliance in that area, in the home's currency; not a number where there is none.</summary>
    public double AtStake { get; init; } = double.NaN;

    /// <summary>Expected consequence, in the home's currency; not a number where there is none.</summary>
    public double Expected { get; init; } = double.NaN;

    /// <summary>Probability of that lane or a more controlling one; not a number where there is none.</summary>
    public double Inclusion { get; init; } = double.NaN;

    /// <summary>Whether it was flagged for post-clearance audit.</summary>
    public bool Referral { get; init; }

    /// <summary>Codes of the evidence with their contributions; null for none.</summary>
    public string? Evidence { get; init; }
}
