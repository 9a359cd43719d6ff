namespace Tamiz.Storage.Desk;

/// <summary>A registration number that the sequence of an office lacks.</summary>
/// <param name="Office">Customs office; empty where there is none.</param>
/// <param name="Day">The day at whose close it was named.</param>
/// <param name="Number">The number.</param>
public sealed record DeskMissingNumber(string Office, DateOnly Day, string Number);
