using System.Text;
using CsCheck;
using Tamiz.Declarations;
using Tamiz.Storage;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Backup;
using Tamiz.Storage.Contents;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Persons;
using Tamiz.Tests.Storage.Archive;
using Xunit;

namespace Tamiz.Tests.Storage.Backup;

public sealed class HomeBackupTests : IDisposable
{
    private readonly TemporaryHome _place = new();
    private readonly string _home;
    private readonly string _backup;
    private readonly string _restored;

    public HomeBackupTests()
    {
        (_home, _backup, _restored) = (_place.File("home"), _place.File("backup"), _place.File("restored"));
        HomeFolder.Create(_home);
        Directory.CreateDirectory(Path.Combine(_home, "ledger", "checkpoints"));
        File.WriteAllText(Path.Combine(_home, "ledger", "00000001.tzl"), "whole and torn");
        File.WriteAllText(Path.Combine(_home, "ledger", "00000002.tzl"), "begun meanwhile");
        File.WriteAllText(Path.Combine(_home, "ledger", "checkpoints", "checkpoint-0000000001.txt"), "c");
        Directory.CreateDirectory(Path.Combine(_home, "history"));
        File.WriteAllText(Path.Combine(_home, "history", "cache"), "made again");
        ContentStore.Open(_home).Put([1, 2, 3]);
        var archive = ItemArchive.Open(_home);
        archive.Add(["f"], [ArchiveRows.Row(0, 1, ArchiveRows.November.UnixMilliseconds, 1), ArchiveRows.Row(1, 1, ArchiveRows.November.AddDays(1).UnixMilliseconds, 1)], 1);
        archive.Close(new DateOnly(2026, 11, 1), static (_, _) => null);
    }

    private static BackupPlan Plan(bool keys) => new(static () => new Dictionary<string, long>(StringComparer.Ordinal) { ["00000001.tzl"] = 5 }, keys);

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_home_in_use_comes_back_as_it_was()
    {
        using var persons = PersonsTable.Open(_home);
        using var desk = DeskDatabase.Open(_home);
        var given = persons.Of(new Party("0801", "Ana"));
        persons.Flush();
        desk.Apply(new DeskChanges { Officers = [new("ana", "analyst", true, default)] }, 7);
        using (var credentials = Credentials.Open(_home))
        {
            var report = HomeBackup.Backup(_home, _backup, Plan(keys: true));
            Assert.Equal(["TZ1745"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        }

        Assert.Empty(HomeBackup.Check(_backup));
        HomeBackup.Restore(_backup, _restored);
        using var again = PersonsTable.Open(_restored);
        using var restoredDesk = DeskDatabase.Open(_restored);
        Assert.Equal("Ana", again.Find(given.Identifier, given.Person)!.Name);
        Assert.Equal(given, again.Of(new Party("0801", "Ana")));
        Assert.Equal(desk.Fingerprint(), restoredDesk.Fingerprint());
        Assert.Equal("whole", File.ReadAllText(Path.Combine(_restored, "ledger", "00000001.tzl")));
        Assert.False(File.Exists(Path.Combine(_restored, "ledger", "00000002.tzl")));
        Assert.True(File.Exists(Path.Combine(_restored, "ledger", "checkpoints", "checkpoint-0000000001.txt")));
        Assert.False(Directory.Exists(Path.Combine(_restored, "history")));
        Assert.Equal(0, ItemArchive.Open(_restored).Watermark);
        Assert.Equal(File.ReadAllText(Path.Combine(_home, "tamiz.yaml")), File.ReadAllText(Path.Combine(_restored, "tamiz.yaml")));
        Assert.Equal([1, 2, 3], ContentStore.Open(_restored).Get(System.Security.Cryptography.SHA256.HashData([1, 2, 3])));
    }

    [Fact]
    public void Without_the_keys_names_can_be_kept_but_not_written()
    {
        PersonsTable.Open(_home).Dispose();
        var report = HomeBackup.Backup(_home, _backup, Plan(keys: false));
        Assert.Equal(["TZ1746"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.False(Directory.Exists(Path.Combine(_backup, "keys")));
        Assert.Equal(["TZ1746"], HomeBackup.Restore(_backup, _restored).Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("TZ1706", Assert.Throws<HomeException>(() => PersonsTable.Open(_restored)).Diagnostic.Code);
    }

    [Fact]
    public void Persons_and_contents_that_come_while_the_ledger_is_asked_are_in_the_backup()
    {
        using var persons = PersonsTable.Open(_home);
        byte[] digest = [];
        HomeBackup.Backup(_home, _backup, new BackupPlan(() =>
        {
            persons.Of(new Party("0801", "Ana"));
            persons.Flush();
            digest = ContentStore.Open(_home).Put([9]);
            return new Dictionary<string, long>(StringComparer.Ordinal);
        }, WithKeys: true));
        HomeBackup.Restore(_backup, _restored);
        using var again = PersonsTable.Open(_restored);
        Assert.Equal(1, again.Count);
        Assert.Equal([9], ContentStore.Open(_restored).Get(digest));
    }

    [Fact]
    public void Whatever_is_changed_in_a_backup_is_named_and_nothing_is_restored()
    {
        PersonsTable.Open(_home).Dispose();
        HomeBackup.Backup(_home, _backup, Plan(keys: true));
        var files = Directory.GetFiles(_backup, "*", SearchOption.AllDirectories);
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 2], Gen.Int[0, 1_000_000]).Sample((index, kind, where) =>
        {
            var file = files[index];
            var before = File.ReadAllBytes(file);
            Change(file, before, kind, where);
            var wrong = Assert.Throws<HomeException>(() => HomeBackup.Restore(_backup, _restored)).Diagnostic;
            Assert.Matches("^TZ174[1-3]$", wrong.Code);
            Assert.Contains(wrong, HomeBackup.Check(_backup));
            if (!file.EndsWith("manifest.json", StringComparison.Ordinal))
            {
                Assert.Equal(file, wrong.Where.File);
            }

            Assert.False(Directory.Exists(_restored));
            Assert.Empty(Directory.GetDirectories(_place.Path, "*.unfinished"));
            File.WriteAllBytes(file, before);
        }, iter: 60, threads: 1);
        HomeBackup.Restore(_backup, _restored);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("a/../../outside")]
    [InlineData("a//b")]
    [InlineData("")]
    public void A_manifest_that_leads_elsewhere_is_refused(string path)
    {
        Directory.CreateDirectory(_backup);
        File.WriteAllText(
            Path.Combine(_backup, "manifest.json"), $$"""{"tamizBackup": 1, "keys": false, "files": [{"path": "{{path}}", "length": 0, "sha256": "{{new string('0', 64)}}"}]}""");
        Assert.Equal("TZ1743", Assert.Throws<HomeException>(() => HomeBackup.Restore(_backup, _restored)).Diagnostic.Code);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("""{"tamizBackup": 2, "keys": false, "files": []}""")]
    [InlineData("""{"tamizBackup": 1, "keys": false, "files": [null]}""")]
    [InlineData("""{"tamizBackup": 1, "keys": false, "files": [{"length": 1}]}""")]
    public void A_manifest_of_another_form_is_refused(string text)
    {
        Directory.CreateDirectory(_backup);
        File.WriteAllText(Path.Combine(_backup, "manifest.json"), text, new UTF8Encoding(false));
        Assert.Equal("TZ1743", Assert.Throws<HomeException>(() => HomeBackup.Restore(_backup, _restored)).Diagnostic.Code);
    }

    [Fact]
    public void A_folder_that_is_taken_stays_as_it_is()
    {
        Directory.CreateDirectory(_backup);
        File.WriteAllText(Path.Combine(_backup, "mine"), "");
        Assert.Equal("TZ1744", Assert.Throws<HomeException>(() => HomeBackup.Backup(_home, _backup, Plan(keys: false))).Diagnostic.Code);
        Assert.Equal("TZ1744", Assert.Throws<HomeException>(() => HomeBackup.Backup(_home, Path.Combine(_home, "backup"), Plan(keys: false))).Diagnostic.Code);
        Assert.Single(Directory.GetFiles(_backup));
    }

    [Fact]
    public void A_segment_that_is_shorter_than_said_or_a_link_breaks_the_backup_off()
    {
        var plan = new BackupPlan(static () => new Dictionary<string, long>(StringComparer.Ordinal) { ["00000001.tzl"] = 500 });
        Assert.Equal("TZ1747", Assert.Throws<HomeException>(() => HomeBackup.Backup(_home, _backup, plan)).Diagnostic.Code);
        File.CreateSymbolicLink(Path.Combine(_home, "sources", "elsewhere"), "/etc");
        var link = Assert.Throws<HomeException>(() => HomeBackup.Backup(_home, _backup, Plan(keys: false))).Diagnostic;
        Assert.Equal("TZ1747", link.Code);
        Assert.EndsWith("elsewhere", link.Where.File, StringComparison.Ordinal);
        Assert.Equal([_home], Directory.GetDirectories(_place.Path));
    }

    private static void Change(string file, byte[] before, int kind, int where)
    {
        switch (kind)
        {
            case 0:
                File.Delete(file);
                break;
            case 1 when before.Length > 0:
                File.WriteAllBytes(file, before[..(where % before.Length)]);
                break;
            default:
                File.WriteAllBytes(file, [.. before, (byte)'{']);
                break;
        }
    }
}
