using Tamiz.Declarations;

namespace Tamiz.History;

/// <summary>What an item adds to history.</summary>
/// <param name="Day">Days since 1970-01-01 of its lodgement, in its office's time zone.</param>
/// <param name="PricePerKilogram">In the home's currency; not a number where unknown.</param>
/// <param name="PricePerUnit">In the home's currency; not a number where unknown.</param>
/// <param name="Finding">What a control found; null where there was none, or where it may not be learnt from.</param>
public readonly record struct ObservedItem(int Day, double PricePerKilogram, double PricePerUnit, Finding? Finding);
