using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Schemes;

/// <summary>How schemes come up, spread from one importer to another, and are given up by those who are caught.</summary>
public sealed class SchemeLife
{
    private const double Crushed = 0.2;
    private const double GivesUpName = 0.15;

    private readonly Population _population;
    private readonly IReadOnlyList<SchemePlan> _schemes;
    private readonly ulong _seed;
    private readonly int[] _born;
    private readonly int[] _caught;
    private readonly double[] _first;
    private readonly List<Trader>[] _former;

    /// <summary>The life of a world's schemes.</summary>
    public SchemeLife(Population population, IReadOnlyList<SchemePlan> schemes, ulong seed)
    {
        (_population, _schemes, _seed) = (population, schemes, seed);
        _born = new int[schemes.Count];
        _caught = new int[schemes.Count];
        _first = new double[schemes.Count];
        _former = [.. schemes.Select(_ => new List<Trader>())];
        Strength = [.. Enumerable.Repeat(1.0, schemes.Count)];
    }

    /// <summary>For each scheme, its actors as a multiple of those it began with, 0.2 to 3.</summary>
    public double[] Strength { get; }

    /// <summary>Whether an importer is an actor of a scheme.</summary>
    public bool IsActor(Trader trader, int scheme) => trader.Schemes[scheme] > (float)_schemes[scheme].Actors.Others;

    /// <summary>Importers who were actors of a scheme until they were caught.</summary>
    public IReadOnlyList<Trader> Former(int scheme) => _former[scheme];

    /// <summary>A month's births of schemes, and who joins; returns what became of each scheme since the month before.</summary>
    public IReadOnlyList<SchemeMonth> Turn(int month)
    {
        for (var scheme = 0; scheme < _schemes.Count; scheme++)
        {
            if (_schemes[scheme].Birth == month && month > 0)
            {
                Begin(scheme, month);
            }
            else if (SchemeBook.Lives(_schemes[scheme], month) && _schemes[scheme].Actors.Joins > 0)
            {
                Spread(scheme, month);
            }
        }

        var months = new List<SchemeMonth>();
        for (var scheme = 0; scheme < _schemes.Count; scheme++)
        {
            var actors = _population.Living.Count(trader => IsActor(trader, scheme));
            _first[scheme] = _first[scheme] == 0 ? actors : _first[scheme];
            Strength[scheme] = _first[scheme] > 0 ? Math.Clamp(actors / _first[scheme], Crushed, 3) : 1;
            months.Add(new SchemeMonth(_schemes[scheme].Name, month, actors, _born[scheme], _caught[scheme]));
            (_born[scheme], _caught[scheme]) = (0, 0);
        }

        return months;
    }

    /// <summary>What an importer does who was caught with intent.</summary>
    /// <param name="trader">The importer.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="day">The day on which the finding became known.</param>
    public void Catch(Trader trader, int scheme, int day)
    {
        var chance = Chance.Of(_seed, "caught", trader.Index, scheme, trader.Caught++);
        var isActor = IsActor(trader, scheme);
        _caught[scheme] += isActor ? 1 : 0;
        if (chance.Happens(_schemes[scheme].Actors.Stops))
        {
            if (isActor)
            {
                _former[scheme].Add(trader);
            }

            trader.Schemes[scheme] = (float)(_schemes[scheme].Actors.Others * 0.3);
            if (chance.Happens(GivesUpName))
            {
                _population.End(trader, day);
            }
        }
    }

    private void Begin(int scheme, int month)
    {
        foreach (var trader in _population.Living)
        {
            var chance = Chance.Of(_seed, "begins", trader.Index, scheme, month);
            var joins = chance.Happens(_schemes[scheme].Actors.Share);
            trader.Schemes[scheme] = (float)(joins ? TraderMaking.ActorReadiness(_schemes[scheme], ref chance) : _schemes[scheme].Actors.Others);
            _born[scheme] += joins ? 1 : 0;
        }
    }

    // By a declarant that works for an actor already.
    private void Spread(int scheme, int month)
    {
        var infected = _population.Living.Where(trader => IsActor(trader, scheme)).Select(trader => trader.Declarant).ToHashSet();
        foreach (var trader in _population.Living)
        {
            var chance = Chance.Of(_seed, "joins", trader.Index, scheme, month);
            if (!IsActor(trader, scheme) && trader.Schemes[scheme] > 0 && infected.Contains(trader.Declarant) && chance.Happens(_schemes[scheme].Actors.Joins))
            {
                trader.Schemes[scheme] = (float)TraderMaking.ActorReadiness(_schemes[scheme], ref chance);
                _born[scheme]++;
            }
        }
    }
}

/// <summary>A scheme at the end of a month.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="Month">Months from the world's beginning.</param>
/// <param name="Actors">Living importers who do it.</param>
/// <param name="Born">Of them, those who began in the month.</param>
/// <param name="Caught">Actors caught in the month.</param>
public sealed record SchemeMonth(string Scheme, int Month, int Actors, int Born, int Caught);
