namespace Tamiz.Simulation.Checking;

/// <summary>What a world's files hold, column by column: a version of a declaration has one place in each of its columns, an item likewise.</summary>
internal sealed class WorldColumns(WorldManifest manifest)
{
    /// <summary>Stands for a number of a code that is missing.</summary>
    public const int None = -1;

    /// <summary>What was written, and when.</summary>
    public WorldManifest Manifest { get; } = manifest;

    /// <summary>Versions of declarations by name: OFFICE/YEAR/NUMBER, -v2 from the second version on.</summary>
    public Codes Names { get; } = new();

    public Codes Offices { get; } = new();

    public Codes Importers { get; } = new();

    public Codes Declarants { get; } = new();

    public Codes Countries { get; } = new();

    public Codes Modes { get; } = new();

    public Codes Procedures { get; } = new();

    public Codes Subheadings { get; } = new();

    public Codes Officers { get; } = new();

    public Codes Schemes { get; } = new();

    /// <summary>Columns of versions of declarations.</summary>
    public DeclarationColumns Declarations { get; } = new();

    /// <summary>Columns of items.</summary>
    public ItemColumns Items { get; } = new();

    /// <summary>The controls, in the order of their file.</summary>
    public List<ControlRow> Controls { get; } = [];

    /// <summary>The findings, in the order of their file.</summary>
    public List<FindingRow> Findings { get; } = [];

    /// <summary>The first minute of the world.</summary>
    public int Begin => Moment.Of(Manifest.Begin);

    /// <summary>The minute at which it has ended.</summary>
    public int End => Moment.Of(Manifest.Begin.AddMonths(Manifest.Months));

    /// <summary>From this minute on declarations are judged; what was lodged before is learnt from: the last third of the months.</summary>
    public int Split => Moment.Of(Manifest.Begin.AddMonths(Math.Max(1, Manifest.Months * 2 / 3)));

    /// <summary>The item of a version by its number; <see cref="None"/> where there is none.</summary>
    public int FindItem(int declaration, int sequence)
    {
        var item = declaration == None ? None : Declarations.LastItem[declaration];
        while (item != None && Items.Sequence[item] != sequence)
        {
            item = Items.Before[item];
        }

        return item;
    }

    /// <summary>Month of the world, from 0, in which a minute lies.</summary>
    public int MonthOf(int minute)
    {
        var date = Moment.DateOf(minute);
        return Math.Clamp(((date.Year - Manifest.Begin.Year) * 12) + date.Month - Manifest.Begin.Month, 0, Manifest.Months - 1);
    }
}
