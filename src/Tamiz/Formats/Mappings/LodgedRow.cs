using Tamiz.Declarations;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Mappings;

/// <summary>A row that was read: a declaration with one item.</summary>
/// <param name="Declaration">What was lodged.</param>
/// <param name="HasNumber">Whether the row carries a registration number; else the identity is made from its content.</param>
/// <param name="IdentityHash">First 16 bytes of SHA-256 of the identity's text.</param>
/// <param name="ContentHash">First 16 bytes of SHA-256 of what the mapped columns say, however they were written.</param>
public sealed record LodgedRow(Declaration Declaration, bool HasNumber, UInt128 IdentityHash, UInt128 ContentHash)
{
    /// <summary>Hash of the columns that say which goods these are; 0 where it was not asked for.</summary>
    public UInt128 Goods { get; init; }

    /// <summary>What the row's values gave occasion to say.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The row as it stood, for quarantine should its declaration be refused.</summary>
    public RawText Raw { get; init; }

    /// <summary>What holds all items of the row's declaration, by a number within the file; 0 where rows are joined by their identity.</summary>
    public long Document => Raw.Origin?.Document ?? 0;

    /// <summary>Grows from row to row of the file.</summary>
    public long Ordinal => Raw.Origin?.Ordinal ?? Declaration.Source.Line;
}
