using System.Globalization;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>The officers, and who is there on a day.</summary>
public sealed class Roster
{
    private const int MostOfficers = 20_000;
    private static readonly string[][] Competences = [["84", "85", "90"], ["50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64"], ["87", "40"]];

    private readonly ControlPlan _plan;
    private readonly ulong _seed;
    private readonly List<Officer>[] _inspectors;

    /// <summary>The officers of a world.</summary>
    public Roster(Pack pack, WorldSettings settings, int schemes)
    {
        _plan = pack.Control;
        _seed = settings.Seed;
        _inspectors = new List<Officer>[pack.Offices.Count];
        var officers = new List<Officer>();
        for (var office = 0; office < _inspectors.Length; office++)
        {
            var count = (int)Math.Clamp(Math.Round(pack.Offices[office].Officers * settings.Scale), 2, MostOfficers);
            _inspectors[office] = [.. Enumerable.Range(0, count).Select(i => Make(officers.Count + i, office, "inspector", schemes, pack))];
            officers.AddRange(_inspectors[office]);
            officers.Add(Make(officers.Count, office, "supervisor", schemes, pack));
        }

        Officers = officers;
    }

    /// <summary>All officers, in the order of their offices.</summary>
    public IReadOnlyList<Officer> Officers { get; }

    /// <summary>Inspectors of an office.</summary>
    public IReadOnlyList<Officer> InspectorsOf(int office) => _inspectors[office];

    /// <summary>The supervisor of an office.</summary>
    public Officer SupervisorOf(int office) => Officers[_inspectors[office][^1].Index + 1];

    /// <summary>Inspectors who are at an office on a day; never none.</summary>
    public IReadOnlyList<Officer> Present(int office, int day)
    {
        var present = _inspectors[office].Where(officer => IsPresent(officer, day)).ToArray();
        return present.Length > 0 ? present : [_inspectors[office][day % _inspectors[office].Count]];
    }

    /// <summary>The shift of an officer on a day, in minutes of the day.</summary>
    public (int From, int To) ShiftOf(Officer officer, int day)
    {
        var chance = Chance.Of(_seed, "shift", officer.Index, day / 7);
        var from = 7 * 60 + (60 * chance.Below(3)) + (officer.OddHours ? 240 : 0);
        return (from, from + 480);
    }

    /// <summary>Whether an inspector is there.</summary>
    public bool IsPresent(Officer officer, int day)
    {
        var chance = Chance.Of(_seed, "present", officer.Index, day);
        return !chance.Happens(_plan.Absence) && (day + officer.Index) % 7 != 0;
    }

    private Officer Make(int index, int office, string role, int schemes, Pack pack)
    {
        var chance = Chance.Of(_seed, "officer", index);
        var skill = Math.Max(0.2, _plan.Skill * chance.LogNormal(1, _plan.SkillSigma));
        return new Officer
        {
            Index = index,
            Id = string.Create(CultureInfo.InvariantCulture, $"OF{index + 1:00000}"),
            Office = office,
            Role = role,
            Chapters = chance.Happens(0.15) ? Competences[chance.Below(Competences.Length)] : [],
            Skill = Enumerable.Range(0, schemes).Select(_ => skill * chance.LogNormal(1, _plan.SkillSigma / 2)).ToArray(),
            Speed = chance.LogNormal(1, 0.25),
            OddHours = chance.Happens(pack.Corruption.OddHours),
        };
    }
}
