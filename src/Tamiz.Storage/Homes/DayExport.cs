using System.Globalization;
using System.Text;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>A closed day as an oversight body needs it to recompute every draw: what is public, and each draw with its lane.</summary>
/// <param name="Opened">The day's opening: bounds, commitment, anchor, contribution from outside.</param>
/// <param name="Closed">The day's closing: seed, totals, missing numbers.</param>
/// <param name="Draws">The draws, in the ledger's order, each with the lane first given.</param>
public sealed record DayExport(DayOpened Opened, DayClosed Closed, IReadOnlyList<(DrawMade Drawn, LaneGiven Lane)> Draws)
{
    /// <summary>Reads a closed day from a home's ledger.</summary>
    /// <returns>Null where the office has no such day that is closed.</returns>
    public static DayExport? Read(LedgerEntries entries, string office, DateOnly day)
    {
        DayOpened? opened = null;
        DrawMade? drawn = null;
        var draws = new List<(DrawMade, LaneGiven)>();
        foreach (var entry in entries())
        {
            switch (entry.Type is RecordType.DayOpened or RecordType.DayClosed or RecordType.DrawMade or RecordType.LaneGiven ? entry.Read() : null)
            {
                case DayOpened found when found.Office == office && found.Day == day: opened = found; break;
                case DayClosed found when found.Office == office && found.Day == day && opened is not null: return new DayExport(opened, found, draws);
                case DrawMade found: drawn = found.Office == office && found.Day == day ? found : null; break;
                case LaneGiven lane when drawn?.Identity == lane.Identity: draws.Add((drawn!, lane)); break;
                default: break;
            }
        }

        return null;
    }

    /// <summary>The draw key, with which each draw is HMAC-SHA-256(key, identity).</summary>
    public byte[] DrawKey => DaySeed.DrawKey(Closed.Seed.Span, Opened.Anchor, Opened.Outside);

    /// <summary>The draws as CSV: identity, the draw's 16 bytes, its number in [0, 1), the lane, why, and the probabilities.</summary>
    public void WriteDraws(TextWriter to)
    {
        to.Write("declaration,draw,number,lane,basis,random_probability,inclusion_probability\n");
        foreach (var (drawn, lane) in Draws)
        {
            var fields = new[] { drawn.Identity, drawn.Drawn.ToString(), Number(drawn.Drawn.Lane), lane.Lane, lane.Basis.ToString(), Number(lane.Random), Number(lane.Inclusion) };
            to.Write(string.Join(',', fields.Select(Quoted)) + "\n");
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text)
    {
        var field = new Utf8Text();
        field.Append(text);
        CsvText.Quote(field, 0);
        return Encoding.UTF8.GetString(field.Written);
    }
}
