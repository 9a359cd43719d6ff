using Tamiz.Formats;

namespace Tamiz.Cli;

/// <summary>What to import.</summary>
/// <param name="Files">Files of declarations.</param>
/// <param name="Mapping">Path of the mapping.</param>
/// <param name="Format">Format of all files; null to tell it by their content.</param>
/// <param name="Live">Whether each declaration gets a lane; without it the files are history.</param>
/// <param name="Threads">Threads; the result is the same for any number.</param>
internal sealed record ImportRequest(string[] Files, string Mapping, FileFormat? Format, bool Live, int Threads);
