using System.Globalization;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>Makes importers.</summary>
public sealed class TraderMaking
{
    private readonly Market _market;
    private readonly Population _population;
    private readonly WorldSettings _settings;
    private readonly IReadOnlyList<SchemePlan> _schemes;
    private readonly AliasTable _offices;
    private readonly double _perWeek;

    /// <summary>Makes importers for a population.</summary>
    public TraderMaking(Market market, Population population, WorldSettings settings, IReadOnlyList<SchemePlan> schemes)
    {
        _market = market;
        _population = population;
        _settings = settings;
        _schemes = schemes;
        var trade = market.Pack.Trade;
        _offices = new AliasTable([.. market.Pack.Offices.Select(office => office.Declarations)]);
        // Where there are fewer declarations than offices have importers, each of them lodges less.
        _perWeek = Math.Min(trade.PerImporter, (double)settings.Size / Population.FirstOf(market.Pack, settings)) / 52.18
            / Distributions.ParetoMean(trade.ScaleExponent, trade.Largest);
    }

    /// <summary>An importer.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="born">Day of birth.</param>
    /// <param name="predecessor">Whom it succeeds, with some of its traces; null for nobody.</param>
    public Trader Make(int index, int born, Trader? predecessor)
    {
        var (pack, chance) = (_market.Pack, Chance.Of(_settings.Seed, "trader", index));
        var size = predecessor?.Size ?? chance.Pareto(pack.Trade.ScaleExponent, pack.Trade.Largest);
        var office = predecessor?.Office ?? _offices.Draw(ref chance);
        var name = predecessor is null ? NameMaking.Firm(ref chance) : NameMaking.Alike(predecessor.Name, ref chance);
        var year = _settings.Begin.AddDays(born).Year;
        return new Trader
        {
            Index = index,
            Id = string.Create(CultureInfo.InvariantCulture, $"0{chance.Between(1, 9)}01{year}{index:000000}"),
            Name = name,
            Address = predecessor is not null && chance.Happens(0.6) ? predecessor.Address : NameMaking.Address(ref chance),
            Phone = predecessor is not null && chance.Happens(0.5) ? predecessor.Phone : NameMaking.Phone(ref chance),
            Representative = predecessor is not null && chance.Happens(0.5) ? predecessor.Representative : NameMaking.Person(ref chance),
            Born = born,
            Predecessor = predecessor,
            Declarant = predecessor is not null && chance.Happens(0.7) ? predecessor.Declarant : DeclarantAt(office, ref chance),
            Office = office,
            Size = size,
            PerWeek = size * _perWeek,
            PriceLevel = pack.Trade.PriceSigma * chance.Normal(),
            Readiness = Readiness(size, ref chance),
            Lines = predecessor is null ? MakeLines(ref chance) : [.. predecessor.Lines.Select(line => line with { })],
            Schemes = [.. _schemes.Select(scheme => (float)ReadinessFor(scheme, born, predecessor, ref chance))],
            Style = new WritingStyle(chance.Happens(pack.Spanish), chance.Happens(0.55), chance.Happens(0.4), chance.Beta(0.05, 10), chance.Beta(0.4, 3)),
        };
    }

    private void ChooseSuppliers(TradeLine line, ref Chance chance)
    {
        line.Origin = _market.Origin(line.Good, ref chance);
        line.Exporters = new Exporter[1 + chance.Below(3)];
        for (var i = 0; i < line.Exporters.Length; i++)
        {
            line.Exporters[i] = _population.ExporterOf(line.Origin, ref chance);
        }
    }

    /// <summary>How ready an actor of a scheme is.</summary>
    public static double ActorReadiness(SchemePlan scheme, ref Chance chance) =>
        chance.Gamma(scheme.Actors.Spread) / scheme.Actors.Spread;

    private static double ReadinessFor(SchemePlan scheme, int born, Trader? predecessor, ref Chance chance)
    {
        var isActor = scheme.Mechanism == "phoenix" ? predecessor is not null : chance.Happens(scheme.Actors.Share);
        var readiness = ActorReadiness(scheme, ref chance);
        return (scheme.Birth > 0 && born < scheme.Birth * 30) || (scheme.Mechanism == "phoenix" && !isActor) ? 0 : isActor ? readiness : scheme.Actors.Others;
    }

    private double Readiness(double size, ref Chance chance)
    {
        var fraud = _market.Pack.Fraud;
        return Distributions.Power(size, fraud.SizeExponent)
            * chance.LogNormal(Elementary.Exp(-0.5 * fraud.ReadinessSigma * fraud.ReadinessSigma), fraud.ReadinessSigma);
    }

    private int DeclarantAt(int office, ref Chance chance)
    {
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var unit = chance.Unit();
            var index = (int)(_population.Declarants.Count * unit * Math.Sqrt(unit));
            if (_population.Declarants[index].Office == office || attempt == 11)
            {
                return index;
            }
        }

        return 0;
    }

    /// <summary>A month's changes of what importers buy, and from whom.</summary>
    public void Turn(Trader trader, int month)
    {
        var drift = _market.Pack.Drift;
        for (var i = 0; i < trader.Lines.Length; i++)
        {
            var chance = Chance.Of(_settings.Seed, "turn", trader.Index, month, i);
            if (chance.Happens(drift.Lines))
            {
                trader.Lines[i] = MakeLine(_market.Goods.Draw(ref chance), ref chance);
            }
            else if (chance.Happens(drift.Suppliers))
            {
                ChooseSuppliers(trader.Lines[i], ref chance);
            }
        }
    }

    private TradeLine[] MakeLines(ref Chance chance)
    {
        var lines = new TradeLine[1 + Math.Min(30, chance.Geometric(_market.Pack.Trade.Goods - 1))];
        var main = _market.Goods.Draw(ref chance);
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = MakeLine(i == 0 ? main : chance.Happens(0.7) ? Likely(_market.Chapter(main), ref chance) : _market.Goods.Draw(ref chance), ref chance);
        }

        return lines;
    }

    private TradeLine MakeLine(int good, ref Chance chance)
    {
        var line = new TradeLine(good, 0.2 + chance.Exponential(1), 0.6 * _market.Table.Goods[good].Sigma * chance.Normal());
        ChooseSuppliers(line, ref chance);
        return line;
    }

    // Of a chapter, goods in proportion to how often they are asked for, by rejection.
    private int Likely(IReadOnlyList<int> chapter, ref Chance chance)
    {
        var most = 0.0;
        foreach (var good in chapter)
        {
            most = Math.Max(most, _market.Table.Goods[good].Weight);
        }

        var chosen = chance.OneOf(chapter);
        for (var attempt = 0; attempt < 40 && !chance.Happens(_market.Table.Goods[chosen].Weight / most); attempt++)
        {
            chosen = chance.OneOf(chapter);
        }

        return chosen;
    }
}
