namespace Tamiz.Flow;

/// <summary>The files that a new home begins with; an assessment without a home uses them too.</summary>
public static class HomeTemplate
{
    /// <summary>The files by their path within the home.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = new[] { "tamiz.yaml", "risks.yaml" }
        .ToDictionary(name => name, Read, StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = typeof(HomeTemplate).Assembly.GetManifestResourceStream("Tamiz.Flow.Templates." + name)
            ?? throw new InvalidOperationException(name + " is not in the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
