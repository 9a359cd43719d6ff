namespace Tamiz.Documents;

/// <summary>What the assembly carries with it.</summary>
internal static class Resource
{
    public static Stream Open(string name) => typeof(Resource).Assembly.GetManifestResourceStream("Tamiz.Documents." + name)
        ?? throw new InvalidOperationException(name + " is not in the assembly");

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
