using Tamiz.Assessment;
using Tamiz.Facts;

namespace Tamiz.Ledger;

/// <summary>The fields of attached evidence and gaps.</summary>
internal static class AttachedFields
{
    private const int Families = 3;
    private const int Kinds = 5;

    public static void Write(RecordWriter writer, AttachedEvidence evidence)
    {
        writer.Text(evidence.Code);
        writer.Text(evidence.Phrase);
        writer.U8((byte)evidence.Family);
        writer.Text(evidence.Area);
        writer.Number(evidence.Weight);
        writer.Text(evidence.Source);
        writer.Text(evidence.Origin);
        writer.Flag(evidence.Mandatory);
        writer.List(evidence.Arguments, WriteArgument);
    }

    public static AttachedEvidence Read(ref RecordReader reader) =>
        new(reader.Text(), reader.Text(), (EvidenceFamily)reader.OneOf(Families), reader.Text(), reader.Number(), reader.Text(), reader.Text())
        {
            Mandatory = reader.Flag(),
            Arguments = reader.List(ReadArgument),
        };

    public static void WriteGap(RecordWriter writer, Gap gap)
    {
        writer.Text(gap.Code);
        writer.Text(gap.Subject);
        writer.Text(gap.Cause);
    }

    public static Gap ReadGap(ref RecordReader reader) => new(reader.Text(), reader.Text(), reader.Text());

    private static void WriteArgument(RecordWriter writer, Argument argument)
    {
        writer.Text(argument.Name);
        writer.U8((byte)argument.Kind);
        writer.Number(argument.Number);
        writer.Flag(argument.Text is not null);
        if (argument.Text is { } text)
        {
            writer.Text(text);
        }
    }

    private static Argument ReadArgument(ref RecordReader reader) =>
        new(reader.Text(), (ArgumentKind)reader.OneOf(Kinds), reader.Number(), reader.Flag() ? reader.Text() : null);
}
