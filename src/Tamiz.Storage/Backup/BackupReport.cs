namespace Tamiz.Storage.Backup;

/// <summary>What was copied.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">How many bytes together.</param>
/// <param name="Diagnostics">What has to be said about it, first of all whether the keys are in it (TZ1745, TZ1746).</param>
public sealed record BackupReport(int Files, long Bytes, IReadOnlyList<Diagnostic> Diagnostics);
