namespace Tamiz.Storage.Archive;

/// <summary>A column of the archive that is there whatever facts there are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Buffer">Its values.</param>
/// <param name="Append">Adds the value of a row; null for what is known only when the month is closed.</param>
internal sealed record ArchiveColumn(string Name, ColumnBuffer Buffer, Action<ArchiveRow>? Append);
