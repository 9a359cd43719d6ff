using System.Text.Encodings.Web;
using System.Text.Json;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Writing;

/// <summary>The files of declarations of a month: CSV, Parquet, and a share as lines of JSON.</summary>
internal sealed class MonthFiles : IDisposable
{
    private const int RowsTogether = 2_000;
    private static readonly string[] Roles = [.. ItemColumns.All.Where(column => !column.IsItems).Select(column => column.Heading[..column.Heading.IndexOf('.', StringComparison.Ordinal)]).Distinct()];

    private readonly WorldState _world;
    private readonly int _threads;
    private readonly double _jsonShare;
    private readonly CsvFile _csv;
    private readonly CsvFile _json;
    private readonly ParquetRows _parquet;

    public MonthFiles(string folder, string month, WorldState world, double jsonShare, int threads)
    {
        (_world, _jsonShare, _threads) = (world, jsonShare, threads);
        _csv = new CsvFile(folder, $"declarations/{month}.csv", ItemColumns.Headings);
        _json = new CsvFile(folder, $"declarations/{month}.jsonl", null);
        _parquet = new ParquetRows(folder, $"declarations/{month}.parquet", threads);
    }

    /// <summary>Adds versions in the order of lodgement.</summary>
    public void Add(IReadOnlyList<Lodgement> lodgements)
    {
        List<ItemRow> rows = [.. lodgements.SelectMany(lodgement => Enumerable.Range(0, lodgement.Consignment.Items.Count).Select(index => new ItemRow(_world, lodgement, index)))];
        var groups = (rows.Count + RowsTogether - 1) / RowsTogether;
        var texts = new Utf8Text[groups];
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = _threads }, group =>
        {
            texts[group] = new Utf8Text(RowsTogether * 512);
            for (var i = group * RowsTogether; i < Math.Min(rows.Count, (group + 1) * RowsTogether); i++)
            {
                WriteCsv(rows[i], texts[group]);
            }
        });
        for (var group = 0; group < groups; group++)
        {
            _csv.Append(texts[group].Written, Math.Min(RowsTogether, rows.Count - (group * RowsTogether)));
        }

        _parquet.Add(rows);
        foreach (var lodgement in lodgements)
        {
            AddJson(lodgement);
        }
    }

    /// <summary>Writes what is left; says what the files hold.</summary>
    public IEnumerable<WrittenFile> Finish() => [_csv.Finish(), _json.Finish(), _parquet.Finish()];

    public void Dispose()
    {
        _csv.Dispose();
        _json.Dispose();
        _parquet.Dispose();
    }

    private static void WriteCsv(ItemRow row, Utf8Text into)
    {
        for (var i = 0; i < ItemColumns.All.Count; i++)
        {
            if (i > 0)
            {
                into.Append(","u8);
            }

            ItemColumns.All[i].Append(row, into, CsvFile.AddText);
        }

        into.Append("\n"u8);
    }

    // A declaration is in with all its versions or with none.
    private void AddJson(Lodgement lodgement)
    {
        var chance = Chance.Of(_world.Settings.Seed, "json", lodgement.Consignment.Office, lodgement.Year, lodgement.Number);
        if (!chance.Happens(_jsonShare))
        {
            return;
        }

        var text = new Utf8Text(2048);
        text.Append("{"u8);
        foreach (var role in Roles)
        {
            WriteObject(text, role, new ItemRow(_world, lodgement, 0));
            text.Append(","u8);
        }

        text.Append("\"items\":["u8);
        for (var i = 0; i < lodgement.Consignment.Items.Count; i++)
        {
            text.Append(i > 0 ? ",{"u8 : "{"u8);
            var row = new ItemRow(_world, lodgement, i);
            WriteObject(text, "item", row);
            if (row.Finding is not null)
            {
                text.Append(","u8);
                WriteObject(text, "finding", row);
            }

            text.Append("}"u8);
        }

        text.Append("]}\n"u8);
        _json.Append(text.Written, 1);
    }

    // Containers are a list, as the mapping reads one; empty fields are left out.
    private static void WriteObject(Utf8Text text, string role, ItemRow row)
    {
        AddQuoted(text, role);
        text.Append(":{"u8);
        var first = true;
        foreach (var column in ItemColumns.All.Where(column => column.Heading.StartsWith(role + ".", StringComparison.Ordinal)))
        {
            var start = text.Length;
            text.Append(first ? ""u8 : ","u8);
            AddQuoted(text, column.Heading[(role.Length + 1)..]);
            text.Append(":"u8);
            if (!column.Append(row, text, AddQuoted))
            {
                text.CutTo(start);
                continue;
            }

            first = false;
        }

        text.Append("}"u8);
    }

    private static void AddQuoted(Utf8Text text, string value)
    {
        text.Append("\""u8);
        text.Append(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        text.Append("\""u8);
    }
}
