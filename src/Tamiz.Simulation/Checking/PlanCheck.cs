using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Schemes;

namespace Tamiz.Simulation.Checking;

/// <summary>Checks packs, schemes and tables of goods before a world is made of them.</summary>
public static class PlanCheck
{
    /// <summary>Whether a folder holds packs or schemes and no world.</summary>
    public static bool IsFolderOfPlans(string folder) => !File.Exists(Path.Combine(folder, "world.json")) && WorldPlanReader.Files(folder).Length > 0;

    /// <summary>
    /// Reads a file as what it is: a scheme where it has a mechanism or actors, a table of goods where it has countries or baskets, else a pack with its
    /// table of goods and the shipped schemes. A folder is read file by file; its packs may use its schemes.
    /// </summary>
    /// <param name="path">A YAML file, or a folder of them.</param>
    /// <param name="diagnostics">Receives what is wrong; an error means that no world can be made of it.</param>
    /// <returns>scheme, goods, pack or folder.</returns>
    public static string Run(string path, ICollection<Diagnostic> diagnostics)
    {
        if (!Directory.Exists(path))
        {
            return RunFile(path, null, diagnostics);
        }

        var found = new List<Diagnostic>();
        foreach (var file in WorldPlanReader.Files(path))
        {
            _ = RunFile(file, path, found);
        }

        // A scheme is read on its own and again with each pack of the folder; what is wrong with it is said once.
        foreach (var diagnostic in found.DistinctBy(diagnostic => diagnostic.ToString()))
        {
            diagnostics.Add(diagnostic);
        }

        return "folder";
    }

    private static string RunFile(string file, string? schemes, ICollection<Diagnostic> diagnostics)
    {
        if (PlanText.Read(file, diagnostics) is not { } text)
        {
            return "pack";
        }

        switch (WorldPlanReader.KindOf(text, file))
        {
            case (true, _):
                _ = SchemeReader.Read(text, file, diagnostics);
                return "scheme";
            case (_, true):
                _ = GoodsReader.Read(text, file, diagnostics);
                return "goods";
            default:
                _ = WorldPlanReader.Read(file, schemes, diagnostics);
                return "pack";
        }
    }
}
