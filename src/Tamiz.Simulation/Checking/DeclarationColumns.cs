namespace Tamiz.Simulation.Checking;

/// <summary>Columns of versions of declarations.</summary>
internal sealed class DeclarationColumns
{
    public List<int> Office { get; } = [];

    public List<int> Importer { get; } = [];

    public List<int> Declarant { get; } = [];

    public List<int> Mode { get; } = [];

    public List<int> Export { get; } = [];

    public List<int> LodgedAt { get; } = [];

    public List<int> Version { get; } = [];

    /// <summary>The first version of the same declaration; itself where it is that, or where that is missing.</summary>
    public List<int> First { get; } = [];

    public List<int> LastItem { get; } = [];

    public List<int> ItemCount { get; } = [];

    public List<bool> Cancelled { get; } = [];

    /// <summary>Place of its control; -1 for none.</summary>
    public List<int> Control { get; } = [];

    public int Count => Office.Count;

    /// <summary>Adds a version without items.</summary>
    public void Add(int office, int importer, int declarant, int lodgedAt, (int Version, int First) version)
    {
        First.Add(version.First == WorldColumns.None ? Count : version.First);
        Office.Add(office);
        Importer.Add(importer);
        Declarant.Add(declarant);
        LodgedAt.Add(lodgedAt);
        Version.Add(version.Version);
        LastItem.Add(WorldColumns.None);
        ItemCount.Add(0);
        Cancelled.Add(false);
        Control.Add(WorldColumns.None);
    }
}
