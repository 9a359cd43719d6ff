using System.Globalization;
using System.Security.Cryptography;
using Tamiz.Storage.Archive;

namespace Tamiz.Storage.Projections;

/// <summary>Compares the months of an archive with those of one that was made again.</summary>
internal static class MonthComparison
{
    private const string Ending = ".parquet";

    /// <summary>What differs. A month that the archive has open still, or has not come to yet, is no difference.</summary>
    /// <param name="home">The home.</param>
    /// <param name="again">The home in which all of the ledger was applied.</param>
    /// <returns>TZ1763, a month each.</returns>
    public static IEnumerable<Diagnostic> Compare(string home, string again)
    {
        var (ours, theirs) = (Files(home), Files(again));
        var closed = Closed(ours).ToHashSet(StringComparer.Ordinal);
        var months = Closed(theirs).Where(month => closed.Contains(month) || ours.Any(file => string.CompareOrdinal(MonthOf(file), month) > 0));
        foreach (var month in closed.Union(months).Order(StringComparer.Ordinal))
        {
            var (found, expected) = (HashOf(home, month), HashOf(again, month));
            if (found != expected)
            {
                yield return ProjectionDiagnostics.MonthDiffers.At(new Place(Path.Combine("archive", month + Ending)), found, expected.Length == 0 ? "no such month" : expected);
            }
        }
    }

    /// <summary>What differs between the open months of two archives that are made of the same records.</summary>
    /// <param name="archive">The home's.</param>
    /// <param name="again">The one made again.</param>
    /// <param name="temporary">Place for the months of both.</param>
    /// <returns>TZ1763, a month each; TZ1731 for a part that cannot be read.</returns>
    public static IEnumerable<Diagnostic> CompareOpen(ItemArchive archive, ItemArchive again, TemporaryFiles temporary)
    {
        foreach (var month in archive.OpenMonths.Union(again.OpenMonths).Order())
        {
            Diagnostic? wrong = null;
            try
            {
                var (found, expected) = (Joined(archive, month, temporary), Joined(again, month, temporary));
                wrong = found == expected ? null : ProjectionDiagnostics.MonthDiffers.At(
                    new Place(Path.Combine("archive", month.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".part-*" + Ending)), found, expected.Length == 0 ? "no such month" : expected);
            }
            catch (HomeException damaged)
            {
                wrong = damaged.Diagnostic;
            }

            if (wrong is not null)
            {
                yield return wrong;
            }
        }
    }

    private static string Joined(ItemArchive archive, DateOnly month, TemporaryFiles temporary)
    {
        if (!archive.OpenMonths.Contains(month))
        {
            return "";
        }

        var path = temporary.Next();
        archive.Join(month, path);
        return HashOf(path);
    }

    private static string[] Files(string home)
    {
        var folder = Path.Combine(home, "archive");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*" + Ending).Select(file => Path.GetFileName(file))] : [];
    }

    private static IEnumerable<string> Closed(string[] files) => files.Where(file => file == MonthOf(file) + Ending).Select(MonthOf);

    private static string MonthOf(string file) => file.Split('.')[0];

    private static string HashOf(string home, string month) => HashOf(Path.Combine(home, "archive", month + Ending));

    private static string HashOf(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
