using System.Numerics;

namespace Tamiz.Verifier.Records;

/// <summary>Checks that records are canonical, and tells where their fields are.</summary>
internal static class RecordDecoder
{
    /// <summary>Reads a record of a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="start">The record's first byte.</param>
    /// <param name="end">The byte after its last.</param>
    /// <param name="fields">Receives where each of its fields begins.</param>
    /// <param name="record">The record; its identity is left to the caller.</param>
    /// <returns>What is not as the page says; null where everything is.</returns>
    public static string? Decode(ReadOnlySpan<byte> payload, int start, int end, List<int> fields, out DecodedRecord record)
    {
        var reader = new CanonicalReader(payload[..end], start);
        var type = reader.Unsigned();
        var version = reader.Unsigned();
        var at = reader.Instant();
        var by = reader.At;
        reader.Text();
        record = new DecodedRecord((RecordType)Math.Min(type, 255), start, end, by, fields.Count, at);
        if (reader.Fault is { } fault)
        {
            return fault;
        }

        if (RecordShapes.Of(type, version) is not { } shapes)
        {
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"type {type}, version {version}");
        }

        foreach (var shape in shapes)
        {
            fields.Add(reader.At);
            Read(ref reader, shape);
        }

        return reader.Fault ?? (reader.Ended ? null : "bytes after the last field");
    }

    private static void Read(ref CanonicalReader reader, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Byte when reader.Byte() > shape.Size:
                reader.Fail("a byte beyond what the page knows");
                break;
            case ShapeKind.Unsigned:
                reader.Unsigned(shape.Size);
                break;
            case ShapeKind.Signed32:
                reader.Signed32();
                break;
            case ShapeKind.Instant:
                reader.Instant();
                break;
            case ShapeKind.Date:
                reader.Date();
                break;
            case ShapeKind.Text:
                reader.Text();
                break;
            case ShapeKind.Bytes:
                reader.Bytes();
                break;
            case ShapeKind.Fixed:
                reader.Take((ulong)shape.Size);
                break;
            case ShapeKind.Decimal:
                reader.Decimal();
                break;
            case ShapeKind.Number:
                reader.Number();
                break;
            case ShapeKind.Numbers:
                reader.Numbers();
                break;
            case ShapeKind.Optional or ShapeKind.List or ShapeKind.Masked:
                ReadSome(ref reader, shape);
                break;
            case ShapeKind.Group:
                foreach (var part in shape.Parts)
                {
                    Read(ref reader, part);
                }

                break;
        }
    }

    private static void ReadSome(ref CanonicalReader reader, Shape shape)
    {
        var told = shape.Kind == ShapeKind.List ? reader.Entries() : reader.Unsigned();
        var wrong = shape.Kind switch
        {
            ShapeKind.Optional when told > 1 => "a byte beyond what the page knows",
            ShapeKind.List when told < (ulong)shape.Size => "an empty list whose bit is set",
            ShapeKind.Masked when told >> shape.Parts.Length != 0 => "a mask beyond what the page knows",
            _ => null,
        };
        if (wrong is not null)
        {
            reader.Fail(wrong);
            return;
        }

        if (shape.Kind != ShapeKind.Masked)
        {
            for (; told > 0 && reader.Fault is null; told--)
            {
                Read(ref reader, shape.Parts[0]);
            }

            return;
        }

        for (; told != 0; told &= told - 1)
        {
            Read(ref reader, shape.Parts[BitOperations.TrailingZeroCount(told)]);
        }
    }
}
