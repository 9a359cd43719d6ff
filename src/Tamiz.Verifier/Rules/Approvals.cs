using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Rules;

/// <summary>Persons with their roles, and which contents are in force (P1 to P3).</summary>
internal sealed class Approvals(Cursor cursor)
{
    private readonly Dictionary<string, HashSet<string>> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Name, string Digest), string> _proposers = [];
    private readonly Dictionary<(string Kind, string Name), string> _inForce = [];

    /// <summary>Whether the latest record about a person leaves it in force.</summary>
    public bool IsPerson(string person) => _roles.ContainsKey(person);

    public void Person(RecordView record)
    {
        var person = record.String(0);
        if (!record.Flag(1))
        {
            _roles.Remove(person);
            return;
        }

        var roles = new HashSet<string>(StringComparer.Ordinal);
        var reader = record.At(2);
        for (var count = reader.Unsigned(); count > 0; count--)
        {
            roles.Add(reader.String());
        }

        _roles[person] = roles;
    }

    public void Content(RecordView record)
    {
        var content = ContentOf(record);
        _proposers[content] = record.By;
        if (cursor.Batch == 0)
        {
            PutInForce(content);
        }
    }

    public void Approval(RecordView record)
    {
        var content = ContentOf(record);
        var by = record.By;
        if (!_proposers.TryGetValue(content, out var proposer))
        {
            cursor.Broken("P1", $"an approval of {content.Kind} {content.Name} {content.Digest}", "that content, proposed before");
        }
        else if (proposer == by)
        {
            cursor.Broken("P1", $"decided by its author {by}", "another person");
        }

        if (!_roles.TryGetValue(by, out var roles) || !roles.Contains("approver"))
        {
            cursor.Broken("P2", $"approval by {by}, who is no approver", "a person with that role");
        }

        if (record.Flag(3))
        {
            PutInForce(content);
        }
    }

    public void Knowledge(RecordView record)
    {
        var reader = record.At(0);
        for (var count = reader.Unsigned(); count > 0; count--)
        {
            CheckInForce(reader.String(), reader.String(), Convert.ToHexStringLower(reader.Take(32)));
        }
    }

    private void CheckInForce(string kind, string name, string digest)
    {
        if (kind != "catalogue" && _inForce.GetValueOrDefault((kind, name)) is var inForce && inForce != digest)
        {
            cursor.Broken("P3", $"{kind} {name} {digest}", inForce is null ? "a content in force" : $"{inForce}, which is in force");
        }
    }

    // A digest of zeros takes the kind and name out of force.
    private void PutInForce((string Kind, string Name, string Digest) content)
    {
        if (content.Digest.All(static digit => digit == '0'))
        {
            _inForce.Remove((content.Kind, content.Name));
        }
        else
        {
            _inForce[(content.Kind, content.Name)] = content.Digest;
        }
    }

    private static (string Kind, string Name, string Digest) ContentOf(RecordView record) =>
        (record.String(0), record.String(1), Convert.ToHexStringLower(record.Hash(2)));
}
