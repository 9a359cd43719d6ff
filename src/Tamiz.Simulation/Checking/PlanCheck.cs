using Tamiz.Formats;
using Tamiz.Simulation.Schemes;

namespace Tamiz.Simulation.Checking;

/// <summary>Checks a pack or a scheme before a world is made of it.</summary>
public static class PlanCheck
{
    /// <summary>Reads the file as what it is: a scheme where it names a mechanism, else a pack with its table of goods and the shipped schemes.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="diagnostics">Receives what is wrong; an error means that no world can be made of it.</param>
    /// <returns>scheme or pack.</returns>
    public static string Run(string path, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            var text = new FileInfo(path).Length <= WorldPlanReader.MostBytes ? File.ReadAllText(path) : "";
            if (YamlSection.Parse(text, path, []).Has("mechanism"))
            {
                _ = SchemeReader.Read(text, path, diagnostics);
                return "scheme";
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(CheckDiagnostics.FileMissing.At(new Place(path), e.GetType().Name));
        }

        _ = WorldPlanReader.Read(path, null, diagnostics);
        return "pack";
    }
}
