namespace Tamiz.Storage.Desk;

/// <summary>A day of an office was closed.</summary>
/// <param name="Office">Customs office; empty where there is none.</param>
/// <param name="Date">The day.</param>
/// <param name="Closed">When.</param>
/// <param name="Seed">The seed revealed, in hexadecimal.</param>
/// <param name="Draws">Declarations drawn.</param>
/// <param name="Totals">Draws by lane, as lane=count separated by spaces, in the order of the lanes.</param>
public sealed record DeskDayClosing(string Office, DateOnly Date, Instant Closed, string Seed, long Draws, string Totals);
