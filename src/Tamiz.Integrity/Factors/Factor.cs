namespace Tamiz.Integrity.Factors;

/// <summary>A factor of the Revised Arusha Declaration (WCO, 2003), in its order.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Id">As it is written in files: leadership, regulation …</param>
public sealed record Factor(int Number, string Id)
{
    /// <summary>The ten factors.</summary>
    public static IReadOnlyList<Factor> All { get; } =
    [
        new(1, "leadership"), new(2, "regulation"), new(3, "transparency"), new(4, "automation"), new(5, "modernisation"),
        new(6, "audit"), new(7, "conduct"), new(8, "human-resources"), new(9, "morale"), new(10, "private-sector"),
    ];

    /// <summary>The factor of an id; null where there is none.</summary>
    public static Factor? Find(string id) => All.FirstOrDefault(factor => factor.Id == id);

    /// <summary>Its title.</summary>
    /// <param name="words">Words with those of integrity.</param>
    public string Title(Phrasebook words) => words["factor." + Id];
}
