using Tamiz.Formats.Csv;
using Tamiz.Formats.Json;
using Tamiz.Formats.Rows;
using Tamiz.Storage.Carriers;

namespace Tamiz.Storage;

/// <summary>Rows that were put aside in a temporary file.</summary>
internal static class KeptRowFile
{
    private static readonly Dictionary<string, DiagnosticRule> Rules =
        CsvDiagnostics.Rules.Concat(JsonDiagnostics.Rules).Append(ParquetDiagnostics.LostRows).ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>Adds a row.</summary>
    public static void Write(BinaryWriter writer, KeptRow row)
    {
        writer.Write(row.Line);
        writer.Write(row.TooLong);
        writer.Write(row.Raw.Length);
        writer.Write(row.Raw);
        writer.Write(row.Origin is not null);
        if (row.Origin is not { } origin)
        {
            return;
        }

        writer.Write(origin.Ordinal);
        writer.Write(origin.Column);
        writer.Write(origin.Rows);
        writer.Write(origin.Document);
        writer.Write(origin.Seams.Count);
        foreach (var seam in origin.Seams)
        {
            writer.Write(seam.At);
            writer.Write(seam.Line);
            writer.Write(seam.Column);
        }

        Write(writer, origin.Problem);
    }

    /// <summary>The next row.</summary>
    public static KeptRow Read(BinaryReader reader)
    {
        var (line, tooLong, raw) = (reader.ReadInt64(), reader.ReadBoolean(), reader.ReadBytes(reader.ReadInt32()));
        return new KeptRow(line, raw, tooLong, reader.ReadBoolean() ? ReadOrigin(reader) : null);
    }

    private static RowOrigin ReadOrigin(BinaryReader reader)
    {
        var (ordinal, column, rows, document) = (reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
        var seams = new Seam[reader.ReadInt32()];
        for (var i = 0; i < seams.Length; i++)
        {
            seams[i] = new Seam(reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32());
        }

        return new RowOrigin(ordinal, column) { Rows = rows, Document = document, Seams = seams, Problem = ReadProblem(reader) };
    }

    private static void Write(BinaryWriter writer, Diagnostic? problem)
    {
        writer.Write(problem?.Code ?? "");
        if (problem is not null)
        {
            writer.Write(problem.Where.File);
            writer.Write(problem.Where.Line);
            writer.Write(problem.Where.Column);
            writer.Write(problem.Where.Field);
            writer.Write(problem.Found);
            writer.Write(problem.Expected);
        }
    }

    private static Diagnostic? ReadProblem(BinaryReader reader)
    {
        var code = reader.ReadString();
        return code.Length == 0 ? null : new Diagnostic(
            Rules[code], new Place(reader.ReadString(), reader.ReadInt64(), reader.ReadInt32(), reader.ReadString()), reader.ReadString(), reader.ReadString());
    }
}
