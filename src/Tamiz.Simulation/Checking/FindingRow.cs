namespace Tamiz.Simulation.Checking;

/// <summary>A finding as recorded.</summary>
/// <param name="Declaration">Place of the version; -1 where it was not lodged.</param>
/// <param name="Item">Place of the item; -1 where the whole is meant or it was not lodged.</param>
/// <param name="Result">0 compliant, 1 error, 2 offence.</param>
/// <param name="EndedAt">Minute at which the control ended.</param>
/// <param name="KnownAt">Minute at which the finding became known.</param>
/// <param name="Recovered">Money; 0 where none is stated.</param>
internal readonly record struct FindingRow(int Declaration, int Item, int Result, int EndedAt, int KnownAt, double Recovered);
