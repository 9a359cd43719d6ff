using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Reading;

/// <summary>Factors as they are named in files.</summary>
internal static class FactorReading
{
    /// <summary>The factor of an id; null, with TZ2953, where there is none.</summary>
    public static Factor? Find(string id, Place where, ICollection<Diagnostic> diagnostics)
    {
        Ids.Demand(id, [.. Factor.All.Select(factor => factor.Id)], where, diagnostics);
        return Factor.Find(id);
    }
}
