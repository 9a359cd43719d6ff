using System.Globalization;
using System.Text.RegularExpressions;

namespace Tamiz.Verifier.Escrow;

/// <summary>The checkpoints of a folder.</summary>
internal static partial class EscrowFolder
{
    /// <summary>Every file named as a checkpoint, by name, and the checkpoint where it is well-formed.</summary>
    public static List<(string Path, Checkpoint? Checkpoint)> Read(string folder) =>
        !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder).Where(path => FileName().IsMatch(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal).Select(path => (path, Checkpoint.ReadFile(path)))];

    /// <summary>The batch that a file's name tells of.</summary>
    public static ulong BatchOf(string path) => ulong.Parse(Path.GetFileNameWithoutExtension(path).AsSpan()["checkpoint-".Length..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^checkpoint-[0-9]{10}\.txt\z")]
    private static partial Regex FileName();
}
