using System.Globalization;
using System.Security.Cryptography;
using Tamiz.History;
using Tamiz.Selection;

namespace Tamiz.Flow;

/// <summary>What the meaning of a course's state depends on: keys and settings of history, lanes and capacities, areas, the currency of prices.</summary>
internal static class CourseDefinitions
{
    /// <summary>SHA-256 of the definitions, in hexadecimal.</summary>
    /// <param name="home">What the administration has set.</param>
    /// <param name="keys">Keys of history.</param>
    /// <param name="priorRate">The rate assumed before anything is known.</param>
    public static string HashOf(Home home, KeySet keys, double priorRate)
    {
        var bytes = new MemoryStream();
        var writer = new StateWriter(bytes);
        writer.Text(keys.Hash);
        writer.Real(priorRate);
        writer.Text(home.Currency);
        writer.Count(home.History.BucketDays);
        writer.Count(home.History.HalfLifeDays);
        writer.Real(home.History.PriorStrength);
        writer.Count(home.History.MinPrices);
        Write(writer, home.Policy);
        writer.Count(home.Register.Areas.Count);
        foreach (var area in home.Register.Areas)
        {
            writer.Text(area.Id);
            writer.Flag(area.IsMoney);
            writer.Text(string.Create(CultureInfo.InvariantCulture, $"{area.Consequence} {area.BaseShare} {area.Reserved}"));
        }

        writer.End();
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    private static void Write(StateWriter writer, SelectionPolicy policy)
    {
        writer.Text(policy.ReleaseLane);
        Write(writer, policy.Default);
        writer.Count(policy.Offices.Count);
        foreach (var (office, rule) in policy.Offices.OrderBy(office => office.Key, StringComparer.Ordinal))
        {
            writer.Text(office);
            Write(writer, rule);
        }
    }

    private static void Write(StateWriter writer, OfficeRule rule)
    {
        writer.Real(rule.Referral);
        writer.Count(rule.Lanes.Count);
        foreach (var lane in rule.Lanes)
        {
            writer.Text(lane.Lane);
            writer.Signed(lane.Capacity.PerDay ?? -1);
            writer.Real(lane.Capacity.Share);
            writer.Real(lane.Random);
        }
    }
}
