using System.Globalization;
using Tamiz.Verifier.Records;
using Tamiz.Verifier.Rules;

namespace Tamiz.Verifier.Batches;

/// <summary>What the page says of the form of single types beyond the layout of their fields (C10).</summary>
internal static class RecordForm
{
    private const int IdSize = 16;

    /// <summary>What is not so in a record whose layout is right; null where everything is.</summary>
    public static string? Fault(RecordType type, RecordView record) => type switch
    {
        RecordType.Ledger when record.Text(0).Length is not IdSize and var size => string.Create(CultureInfo.InvariantCulture, $"an id of {size} bytes"),
        RecordType.Ledger => FaultOfKey(record.Text(3)),
        RecordType.Key => FaultOfKey(record.Text(0)),
        RecordType.Knowledge => FaultOfKnowledge(record.At(0)),
        RecordType.DayOpened => FaultOfBounds(record.At(2), record.Text(3)),
        _ => null,
    };

    private static string? FaultOfKey(ReadOnlySpan<byte> encoded) => SigningKey.Read(encoded) is null ? "a key that is none on P-256" : null;

    private static string? FaultOfKnowledge(CanonicalReader reader)
    {
        ReadOnlySpan<byte> lastKind = default, lastName = default;
        for (var (count, first) = (reader.Unsigned(), true); count > 0; count--, first = false)
        {
            var kind = reader.Text();
            var name = reader.Text();
            reader.Take(MerkleTree.HashSize);
            var order = kind.SequenceCompareTo(lastKind);
            if (!first && (order < 0 || (order == 0 && name.SequenceCompareTo(lastName) <= 0)))
            {
                return "knowledge that is not ordered by kind and name";
            }

            lastKind = kind;
            lastName = name;
        }

        return null;
    }

    private static string? FaultOfBounds(CanonicalReader reader, ReadOnlySpan<byte> release)
    {
        var count = reader.Unsigned();
        if (count > Ladder.MostBounds)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{count} bounds");
        }

        var lanes = new HashSet<string>(StringComparer.Ordinal) { System.Text.Encoding.UTF8.GetString(release) };
        for (var last = 0.0; count > 0; count--)
        {
            if (!lanes.Add(reader.String()))
            {
                return "a lane that stands twice";
            }

            // An unknown bound compares with nothing.
            var bound = reader.Number();
            if (!(bound >= last))
            {
                return "bounds that do not rise from 0";
            }

            last = bound;
        }

        return null;
    }
}
