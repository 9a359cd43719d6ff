using System.Security.Cryptography;

namespace Tamiz.Formats.Lists;

/// <summary>An edition of a list.</summary>
/// <param name="Id">Short name of the list.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="AsOf">Date of the edition.</param>
/// <param name="Hash">SHA-256 of its files, one after the other, in hexadecimal.</param>
/// <param name="Entries">Its entries.</param>
public sealed record ListSnapshot(string Id, string Publisher, DateOnly AsOf, string Hash, IReadOnlyList<ListEntry> Entries)
{
    /// <summary>Where it was taken from: an address, or a paper.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Terms under which it may be used.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Risk area that a hit speaks to.</summary>
    public required string Area { get; init; }

    /// <summary>Log-odds that a hit adds.</summary>
    public double Weight { get; init; } = 3;

    /// <summary>Whether a hit makes a control mandatory.</summary>
    public bool Mandatory { get; init; }

    /// <summary>Days after which the edition counts as stale.</summary>
    public int MaxAgeDays { get; init; } = 30;

    /// <summary>SHA-256 of files, one after the other, in hexadecimal.</summary>
    public static string HashOf(params ReadOnlySpan<byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(file);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether an entry was known on a day: from its listing, else from the edition's date.</summary>
    public bool KnownOn(ListEntry entry, DateOnly day) => (entry.ListedOn ?? AsOf) <= day;

    /// <summary>Whether the edition is more than <see cref="MaxAgeDays"/> old on a day; one that is not out yet is not stale.</summary>
    public bool IsStaleOn(DateOnly day) => day.DayNumber - AsOf.DayNumber > MaxAgeDays;
}
