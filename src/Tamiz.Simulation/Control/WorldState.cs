using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>A world as it stands.</summary>
/// <param name="Settings">Which world.</param>
/// <param name="Clock">Its days.</param>
/// <param name="Market">Goods, prices and money.</param>
/// <param name="Population">Who trades.</param>
/// <param name="Schemes">Ways of not complying.</param>
/// <param name="Life">How they spread and end.</param>
/// <param name="Roster">The officers.</param>
/// <param name="Corruption">What some of them do.</param>
public sealed record WorldState(
    WorldSettings Settings, WorldClock Clock, Market Market, Population Population, SchemeBook Schemes, SchemeLife Life, Roster Roster, Corruption Corruption)
{
    /// <summary>The country.</summary>
    public Pack Pack => Market.Pack;
}
