using Tamiz.Formats;

namespace Tamiz.Cli;

/// <summary>What to import.</summary>
/// <param name="Files">Files of declarations.</param>
/// <param name="Mapping">Path of the mapping.</param>
/// <param name="Live">Whether each declaration gets a lane; without it the files are history.</param>
/// <param name="Threads">Threads; the result is the same for any number.</param>
internal sealed record ImportRequest(string[] Files, string Mapping, bool Live, int Threads)
{
    /// <summary>How the files are written; null for what the mapping says, or as each begins.</summary>
    public FileFormat? Format { get; init; }
}
