namespace Tamiz.Simulation.Checking;

/// <summary>Reads a written world into columns, and names what does not agree.</summary>
internal static class WorldReading
{
    /// <summary>Reads it; null where there is no manifest. What is wrong with the other files is a problem, and is left out.</summary>
    public static WorldColumns? Read(string folder, Problems problems)
    {
        if (WorldManifest.Read(folder, problems) is not { } manifest)
        {
            return null;
        }

        manifest.Verify(folder, problems);
        var world = new WorldColumns(manifest);
        var words = new TruthWords(folder, manifest, problems);
        DeclarationReading.Read(folder, world, words, problems);
        SideReading.Read(folder, world, problems);
        Consistency.Check(folder, world, words, problems);
        return world;
    }
}
