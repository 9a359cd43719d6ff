namespace Tamiz.Integrity.Reports;

/// <summary>What every report begins with.</summary>
/// <param name="Language">Language of its words.</param>
/// <param name="Date">Its date.</param>
/// <param name="Administration">Who issues it.</param>
/// <param name="Status">Draft, or approved by whom and when; empty for nothing.</param>
public sealed record ReportSetting(Language Language, DateOnly Date, string Administration, string Status);
