namespace Tamiz.Tests.Storage;

/// <summary>An empty home that is gone after the test.</summary>
public sealed class TemporaryHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-home-");

    public string Path => _folder.FullName;

    public string File(params string[] steps) => System.IO.Path.Combine([Path, .. steps]);

    /// <summary>Overwrites some bytes of a file.</summary>
    public void Damage(long at, int length, params string[] steps)
    {
        using var file = System.IO.File.OpenWrite(File(steps));
        file.Position = at;
        file.Write(Enumerable.Repeat((byte)0xA5, length).ToArray());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
