namespace Tamiz.Integrity.Reading;

/// <summary>Texts of the folder Data.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidOperationException">It is not in the assembly.</exception>
    public static string Of(string name)
    {
        var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("Tamiz.Integrity.Data." + name) ?? throw new InvalidOperationException(name + " is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
