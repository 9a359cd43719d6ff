namespace Tamiz.Cli;

/// <summary>What to import.</summary>
/// <param name="Files">CSV files.</param>
/// <param name="Mapping">Path of the mapping.</param>
/// <param name="Live">Whether each declaration gets a lane; without it the files are history.</param>
/// <param name="Threads">Threads; the result is the same for any number.</param>
internal sealed record ImportRequest(string[] Files, string Mapping, bool Live, int Threads);
