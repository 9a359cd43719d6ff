using System.Text;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Integrity;

/// <summary>An approved version of a file, as the ledger has it.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Proposer">Who proposed it.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="At">When.</param>
internal sealed record Approval(Hash Digest, string Proposer, string Approver, Instant At)
{
    /// <summary>The approval in force of a file of the home; null where there is none, or no ledger.</summary>
    public static Approval? Of(string home, string name)
    {
        if (!Directory.Exists(Path.Combine(home, "ledger")))
        {
            return null;
        }

        using var view = HomeView.Open(home, []);
        Approval? approval = null;
        var proposers = new Dictionary<Hash, string>();
        foreach (var entry in view.Ledger.Read())
        {
            var record = entry.Type is RecordType.ContentProposed or RecordType.ContentApproved ? entry.Read() : null;
            if (record is ContentProposed proposed && proposed.Name == name)
            {
                proposers[proposed.Digest] = proposed.By;
            }
            else if (record is ContentApproved { Granted: true } approved && approved.Name == name)
            {
                approval = approved.Digest.IsZero ? null : new Approval(approved.Digest, proposers.GetValueOrDefault(approved.Digest, ""), approved.By, approved.At);
            }
        }

        return approval;
    }

    /// <summary>The text of a version of a file that was proposed once, by the first digits of its digest; null where there is none.</summary>
    public static string? TextOf(string home, string name, string digest)
    {
        if (!Directory.Exists(Path.Combine(home, "ledger")))
        {
            return null;
        }

        using var view = HomeView.Open(home, []);
        foreach (var entry in view.Ledger.Read())
        {
            if (entry.Type == RecordType.ContentProposed && entry.Read() is ContentProposed proposed && proposed.Name == name && !proposed.Digest.IsZero
                && proposed.Digest.ToString().StartsWith(digest, StringComparison.OrdinalIgnoreCase))
            {
                return Encoding.UTF8.GetString(view.ReadContent(proposed.Digest));
            }
        }

        return null;
    }
}
