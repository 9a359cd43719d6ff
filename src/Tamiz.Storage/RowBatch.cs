using Tamiz.Formats.Mappings;

namespace Tamiz.Storage;

/// <summary>Rows of a file that were read together.</summary>
/// <param name="Lodged">Those that are declarations.</param>
/// <param name="Refused">Those that are not.</param>
public sealed record RowBatch(ArraySegment<LodgedRow> Lodged, IReadOnlyList<RefusedRow> Refused);
