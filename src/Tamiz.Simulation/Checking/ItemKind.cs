namespace Tamiz.Simulation.Checking;

/// <summary>What an item truly is.</summary>
internal enum ItemKind : byte
{
    Unknown,
    Honest,
    Error,
    Bargain,
    Fraud,
}
