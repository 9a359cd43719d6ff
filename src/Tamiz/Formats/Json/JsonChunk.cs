using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Json;

/// <summary>Some successive declarations of a file, as text: a row each, not yet cut into items.</summary>
/// <param name="Bytes">What they lie in.</param>
/// <param name="Declarations">Where they lie; one that cannot be followed has a problem.</param>
public sealed record JsonChunk(byte[] Bytes, IReadOnlyList<RawRow> Declarations);
