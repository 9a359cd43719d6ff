using Tamiz.Declarations;

namespace Tamiz.Flow;

/// <summary>A declaration made of its rows.</summary>
/// <param name="Declaration">As lodged.</param>
/// <param name="File">Index of the file among the inputs.</param>
/// <param name="Goods">Hash of the goods of each item; empty where it was not asked for.</param>
public sealed record LodgedDeclaration(Declaration Declaration, int File, IReadOnlyList<UInt128> Goods);
