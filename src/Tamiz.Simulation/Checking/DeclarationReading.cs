using Tamiz.Declarations.Checks;

namespace Tamiz.Simulation.Checking;

/// <summary>Reads declarations/*.csv into columns, and names what cannot be as it stands there.</summary>
internal sealed class DeclarationReading
{
    private static readonly string[] Headings =
    [
        "declaration.office", "declaration.year", "declaration.number", "declaration.version", "declaration.lodgedAt",
        "declaration.countryOfExport", "declaration.transportMode", "declaration.containers", "declarant.id", "importer.id",
        "item.sequence", "item.hs", "item.origin", "item.preference", "item.procedure", "item.netMass",
        "item.supplementaryQuantity", "item.customsValue", "item.dutyRate", "item.taxes",
    ];

    private readonly WorldColumns _world;
    private readonly Problems _problems;
    private readonly byte[] _name = new byte[256];
    private int _declaration = WorldColumns.None;
    private int _length;
    private int _first;

    private DeclarationReading(WorldColumns world, Problems problems) => (_world, _problems) = (world, problems);

    /// <summary>Reads all months of a world.</summary>
    public static void Read(string folder, WorldColumns world, TruthWords words, Problems problems)
    {
        var reading = new DeclarationReading(world, problems);
        var stated = world.Manifest.Files.ToDictionary(file => file.Path, file => file.Rows, StringComparer.Ordinal);
        var paths = world.Manifest.PathsIn("declarations", ".csv").ToList();
        if (paths.Count == 0)
        {
            problems.Add(CheckDiagnostics.FileMissing, new Place("declarations"), "", "declarations/YYYY-MM.csv");
        }

        foreach (var path in paths)
        {
            var rows = Table.Read(folder, path, Headings, problems, (in row) =>
            {
                words.Check(path, row);
                reading.Read(row);
            });
            if (stated[path] >= 0 && rows != stated[path])
            {
                problems.Add(CheckDiagnostics.RowCount, new Place(path), $"{rows}", $"{stated[path]}");
            }
        }
    }

    private void Read(in TableRow row)
    {
        var version = row.Whole(3, 1);
        if (!TryName(row, version))
        {
            _problems.Add(CheckDiagnostics.BadValue, row.At(2), row.Text(2), "an office, a year and a number of at most 200 letters together");
            return;
        }

        var known = _world.Names.Count;
        _declaration = _world.Names.Add(_name.AsSpan(0, _length));
        if (_declaration == known)
        {
            AddDeclaration(row, version);
        }

        AddItem(row, row.Whole(10, 1));
    }

    private void AddDeclaration(in TableRow row, int version)
    {
        var lodgedAt = row.Minute(4);
        if (lodgedAt == Moment.None)
        {
            _problems.Add(CheckDiagnostics.BadValue, row.At(4), "", "a time as yyyy-MM-ddTHH:mm");
            lodgedAt = _world.Begin;
        }

        var declarations = _world.Declarations;
        declarations.Add(_world.Offices.Add(row[0]), _world.Importers.Add(row[9]), _world.Declarants.Add(row[8]), lodgedAt, (version, _first));
        declarations.Export.Add(_world.Countries.Add(row[5]));
        declarations.Mode.Add(_world.Modes.Add(row[6]));
        CheckContainers(row);
    }

    private void AddItem(in TableRow row, int sequence)
    {
        if (_world.FindItem(_declaration, sequence) != WorldColumns.None)
        {
            _problems.Add(CheckDiagnostics.DuplicateItem, row.At(10), $"{_world.Names.Text(_declaration)} item {sequence}");
        }

        var (value, mass) = (row.Number(17), row.Number(15));
        if (!(value > 0) || mass <= 0)
        {
            _problems.Add(CheckDiagnostics.NotPositive, row.At(value > 0 ? 15 : 17), row.Text(value > 0 ? 15 : 17));
        }

        var items = _world.Items;
        items.Before.Add(_world.Declarations.LastItem[_declaration]);
        _world.Declarations.LastItem[_declaration] = items.Count;
        _world.Declarations.ItemCount[_declaration]++;
        items.Declaration.Add(_declaration);
        items.Sequence.Add(sequence);
        items.Subheading.Add(_world.Subheadings.Add(row[11][..Math.Min(6, row[11].Length)]));
        items.Origin.Add(_world.Countries.Add(row[12]));
        items.Preference.Add(!row[13].IsEmpty);
        items.Procedure.Add(_world.Procedures.Add(row[14]));
        items.NetMass.Add((float)mass);
        items.Quantity.Add((float)row.Number(16));
        items.Value.Add(value);
        items.Rate.Add((float)row.Number(18));
        items.Taxes.Add(row.Number(19));
        items.Kind.Add(ItemKind.Unknown);
        items.Scheme.Add(WorldColumns.None);
        items.Evaded.Add(0);
    }

    private void CheckContainers(in TableRow row)
    {
        var rest = row[7];
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)';');
            var number = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!HoldsCheckDigit(number))
            {
                _problems.Add(CheckDiagnostics.BadContainer, row.At(7), System.Text.Encoding.UTF8.GetString(number));
            }
        }
    }

    private static bool HoldsCheckDigit(ReadOnlySpan<byte> number)
    {
        if (number.Length != ContainerNumber.Length || number[..4].ContainsAnyExceptInRange((byte)'A', (byte)'Z') || number[4..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        Span<char> letters = stackalloc char[ContainerNumber.Length];
        System.Text.Encoding.ASCII.GetChars(number, letters);
        return ContainerNumber.CheckDigit(letters[..^1]) == letters[^1] - '0';
    }

    private bool TryName(in TableRow row, int version)
    {
        _length = 0;
        if (row[0].Length + row[1].Length + row[2].Length > 200)
        {
            return false;
        }

        Append(row[0]);
        Append("/"u8);
        Append(row[1]);
        Append("/"u8);
        Append(row[2]);
        _first = version == 1 ? WorldColumns.None : _world.Names.Find(_name.AsSpan(0, _length));
        _length += SideReading.AppendVersion(_name.AsSpan(_length), version);
        return !row[0].IsEmpty && !row[2].IsEmpty;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_name.AsSpan(_length));
        _length += text.Length;
    }
}
