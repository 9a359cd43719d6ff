using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Tamiz.Declarations;
using Tamiz.Storage;
using Tamiz.Storage.Persons;
using Xunit;

namespace Tamiz.Tests.Storage.Persons;

public sealed class PersonsTableTests : IDisposable
{
    private static readonly string?[] Words = [null, "", "a", "b", "ab", "ñandú", "O'Higgins", "\U0001F6A2", "0"];
    private static readonly Gen<string?> Texts = Gen.Int[0, Words.Length - 1].Select(index => Words[index]);

    private static readonly Gen<Party> Parties = Gen.Select(Texts, Texts, Texts, Texts, (id, name, address, country) => new Party(id, name, address, country));

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void What_was_flushed_is_found_and_what_was_erased_is_not() =>
        Gen.Select(Gen.Int[0, 5], Parties, (act, party) => (Act: act, Party: party)).Array[1, 40].Sample(Same, iter: 60, threads: 1);

    [Fact]
    public void Parties_that_differ_have_pseudonyms_that_differ() => Gen.Select(Parties, Parties).Sample((left, right) =>
    {
        using var home = new TemporaryHome();
        using var table = PersonsTable.Open(home.Path);
        Assert.Equal(left == right, table.Of(left).Person == table.Of(right).Person);
        Assert.Equal(left.Id == right.Id, table.Of(left).Identifier == table.Of(right).Identifier);
        Assert.Equal(left.Id is null, table.Of(left).Identifier is null);
        Assert.Equal(left == new Party(null), table.Of(left).Person is null);
    }, iter: 40, threads: 1);

    [Fact]
    public void Pseudonyms_stay_the_same_and_are_others_in_another_home()
    {
        var party = new Party("0801", "Ana", "Tegucigalpa", "HN");
        Pseudonyms first;
        using (var table = PersonsTable.Open(_home.Path))
        {
            first = table.Of(party);
        }

        using var again = PersonsTable.Open(_home.Path);
        using var other = new TemporaryHome();
        using var elsewhere = PersonsTable.Open(other.Path);
        Assert.Equal(first, again.Of(party));
        Assert.NotEqual(first.Person, elsewhere.Of(party).Person);
        Assert.NotEqual(first.Identifier, elsewhere.Of(party).Identifier);
    }

    [Fact]
    public void All_of_an_identifier_is_erased_and_its_bytes_are_gone()
    {
        using var table = PersonsTable.Open(_home.Path);
        var one = table.Of(new Party("0801", "Wilhelmina Unmistakable", "Calle Real 1"));
        var two = table.Of(new Party("0801", "Wilhelmina Unmistakeable"));
        var other = table.Of(new Party("0802", "Ana"));
        table.Flush();
        var erasure = table.Erase(one.Identifier!.Value);
        Assert.Equal(2, erasure.Rows);
        Assert.True(erasure.Purged);
        Assert.Equal(new[] { one.Identifier.Value, one.Person!.Value, two.Person!.Value }.Order(), erasure.Pseudonyms);
        Assert.Equal(new Party(one.Identifier.Value.ToString("x32", null)), table.Find(one.Identifier, one.Person));
        Assert.Equal("Ana", table.Find(other.Identifier, other.Person)!.Name);
        Assert.DoesNotContain("Unmistak", AllBytes(), StringComparison.Ordinal);
        Assert.Equal(0, table.Erase(one.Identifier.Value).Rows);
    }

    [Fact]
    public void A_person_without_identifier_is_erased_by_itself()
    {
        using var table = PersonsTable.Open(_home.Path);
        var person = table.Of(new Party(null, "Seller")).Person!.Value;
        var erasure = table.Erase(person);
        Assert.Equal([person], erasure.Pseudonyms);
        Assert.Equal(new Party(null), table.Find(null, person));
    }

    [Fact]
    public void An_erased_party_that_is_declared_again_is_there_again()
    {
        using var table = PersonsTable.Open(_home.Path);
        var party = new Party("0801", "Ana");
        var given = table.Of(party);
        table.Erase(given.Identifier!.Value);
        Assert.Equal(given, table.Of(party));
        table.Flush();
        Assert.Equal(party, table.Find(given.Identifier, given.Person));
    }

    [Fact]
    public async Task Many_threads_lose_nothing()
    {
        using (var table = PersonsTable.Open(_home.Path))
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            {
                for (var i = 0; i < 500; i++)
                {
                    table.Of(new Party($"{(i * 7) + (thread % 3)}", "Ana"));
                    if (i % 100 == 0)
                    {
                        table.Flush();
                    }
                }

                table.Flush();
            })));
        }

        using var again = PersonsTable.Open(_home.Path);
        Assert.Equal(Enumerable.Range(0, 500).SelectMany(i => new[] { i * 7, (i * 7) + 1, (i * 7) + 2 }).Distinct().Count(), again.Count);
        Assert.Null(again.Check());
    }

    [Fact]
    public void The_secret_and_the_table_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("permissions of another kind");
            return;
        }

        using var table = PersonsTable.Open(_home.Path);
        foreach (var file in new[] { _home.File("keys", "pseudonyms.key"), _home.File("persons.db") })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void Without_its_secret_or_with_another_one_the_table_is_refused()
    {
        PersonsTable.Open(_home.Path).Dispose();
        File.WriteAllBytes(_home.File("keys", "pseudonyms.key"), new byte[32]);
        Assert.Equal("TZ1707", Refusal());
        File.WriteAllBytes(_home.File("keys", "pseudonyms.key"), new byte[31]);
        Assert.Equal("TZ1706", Refusal());
        File.Delete(_home.File("keys", "pseudonyms.key"));
        Assert.Equal("TZ1706", Refusal());
        Assert.False(File.Exists(_home.File("keys", "pseudonyms.key")));
    }

    [Fact]
    public void A_damaged_table_says_that_a_backup_is_needed()
    {
        using (var table = PersonsTable.Open(_home.Path))
        {
            for (var i = 0; i < 2000; i++)
            {
                table.Of(new Party($"{i}", "Ana", "Calle Real"));
            }

            table.Flush();
        }

        _home.Damage(40_000, 20_000, "persons.db");
        using (var table = PersonsTable.Open(_home.Path))
        {
            Assert.Equal("TZ1704", table.Check()!.Code);
        }

        _home.Damage(0, 4096, "persons.db");
        Assert.Equal("TZ1704", Refusal());
    }

    [Fact]
    public void A_name_that_was_changed_is_found()
    {
        using var table = PersonsTable.Open(_home.Path);
        table.Of(new Party("0801", "Ana"));
        table.Flush();
        Assert.Null(table.Check());
        Sql("UPDATE persons SET name='Eva'");
        Assert.Equal("TZ1708", table.Check()!.Code);
    }

    [Fact]
    public void A_second_process_waits_and_then_is_told()
    {
        using var table = PersonsTable.Open(_home.Path, TimeSpan.FromSeconds(1));
        var given = table.Of(new Party("0801", "Ana"));
        using (var other = new SqliteConnection($"Data Source={_home.File("persons.db")};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            Assert.Equal("TZ1701", Assert.Throws<HomeException>(table.Flush).Diagnostic.Code);
        }

        table.Flush();
        using var reader = PersonsTable.Open(_home.Path);
        Assert.Equal("Ana", reader.Find(given.Identifier, given.Person)!.Name);
    }

    private void Same((int Act, Party Party)[] steps)
    {
        using var home = new TemporaryHome();
        var table = PersonsTable.Open(home.Path);
        var model = new Dictionary<UInt128, Party>();
        foreach (var (act, party) in steps)
        {
            var given = table.Of(party);
            switch (act)
            {
                case 0 when given.Identifier is { } identifier:
                    Model(model, party);
                    Assert.Equal(model.Values.Count(one => one.Id == party.Id), table.Erase(identifier).Rows);
                    model.Where(pair => pair.Value.Id == party.Id).ToList().ForEach(pair => model.Remove(pair.Key));
                    break;
                case 1:
                    table.Flush();
                    table.Dispose();
                    table = PersonsTable.Open(home.Path);
                    Model(model, party);
                    break;
                default:
                    Model(model, party);
                    break;
            }

            Assert.Equal(Expected(model, given), table.Find(given.Identifier, given.Person));
        }

        table.Flush();
        Assert.Equal(model.Count, table.Count);
        table.Dispose();

        void Model(Dictionary<UInt128, Party> known, Party party)
        {
            if (table.Of(party).Person is { } person)
            {
                known[person] = party;
            }
        }
    }

    private static Party? Expected(Dictionary<UInt128, Party> model, Pseudonyms given) =>
        given.Person is not { } person ? null : model.GetValueOrDefault(person) ?? new Party(given.Identifier?.ToString("x32", null));

    private string Refusal() => Assert.Throws<HomeException>(() => PersonsTable.Open(_home.Path).Dispose()).Diagnostic.Code;

    private string AllBytes() => string.Concat(Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories).Select(Read));

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={_home.File("persons.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
