using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

// Keeping a state, and taking it up: between two groups of records, so that nothing is under way.
public sealed partial class HomeState
{
    /// <summary>Writes all that is known and remembered; the same bytes for the same state.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="begin">Called before each part with what it is about; null for nobody.</param>
    internal void Save(BinaryWriter writer, Action<string>? begin = null)
    {
        var records = new KeptRecords(writer);
        begin?.Invoke("contents in force and proposed");
        writer.Write(IsSimulated);
        Contents.Save(writer);
        foreach (var officer in _officers.Values.OrderBy(one => one.Person, StringComparer.Ordinal))
        {
            begin?.Invoke($"officer {officer.Person}");
            records.Write(new PersonChanged(default, "", officer.Person, officer.InForce, officer.Roles, officer.Credential));
        }

        begin?.Invoke("end of officers");
        records.Write(null);
        foreach (var (office, book) in _books)
        {
            begin?.Invoke($"days of office {office}");
            writer.Write(true);
            writer.Write(office);
            book.Save(writer, records);
        }

        begin?.Invoke("end of offices");
        writer.Write(false);
        SaveFindings(writer, begin);
        foreach (var (identity, lane) in _raised.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            begin?.Invoke($"lane of {identity}");
            records.Write(lane);
            writer.Write(_amended[identity].Value);
        }

        begin?.Invoke("end of lanes of what was amended");
        records.Write(null);
        Known.Save(writer, begin);
        begin?.Invoke("what assessments use");
        writer.Write(Knowledge is not null);
        if (Knowledge is { } knowledge)
        {
            records.Write(knowledge);
            writer.Flush();
            begin?.Invoke("history and selection");
            Course!.Save(writer.BaseStream);
        }
    }

    /// <summary>Takes up what <see cref="Save"/> wrote, in a state before its first record.</summary>
    /// <returns>Whether the course could be taken up; else this state is of no use.</returns>
    internal bool Load(BinaryReader reader)
    {
        IsSimulated = reader.ReadBoolean();
        Contents.Load(reader);
        while (KeptRecords.ReadOptional(reader) is { } officer)
        {
            Apply(officer, 0, 0);
        }

        while (reader.ReadBoolean())
        {
            Book(reader.ReadString()).Load(reader);
        }

        LoadFindings(reader);
        while (KeptRecords.ReadOptional(reader) is LaneGiven lane)
        {
            (_raised[lane.Identity], _amended[lane.Identity]) = (lane, new Draw(reader.ReadUInt128()));
        }

        Known.Load(reader);
        if (!reader.ReadBoolean())
        {
            return true;
        }

        Apply(KeptRecords.Read(reader), 0, 0);
        return Course!.Load(reader.BaseStream);
    }

    private void SaveFindings(BinaryWriter writer, Action<string>? begin)
    {
        foreach (var ((identity, item), (nonCompliant, recovered)) in _findings.OrderBy(pair => pair.Key.Identity, StringComparer.Ordinal).ThenBy(pair => pair.Key.Item))
        {
            begin?.Invoke($"finding on {identity}, item {item}");
            writer.Write(true);
            writer.Write(identity);
            writer.Write(item);
            writer.Write(nonCompliant);
            writer.Write(recovered is not null);
            writer.Write(recovered ?? 0);
        }

        begin?.Invoke("end of findings");
        writer.Write(false);
    }

    private void LoadFindings(BinaryReader reader)
    {
        while (reader.ReadBoolean())
        {
            var (identity, item, nonCompliant, known, recovered) = (reader.ReadString(), reader.ReadInt32(), reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadDecimal());
            _findings[(identity, item)] = (nonCompliant, known ? recovered : null);
        }
    }
}
