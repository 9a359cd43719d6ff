using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Ledger;
using Xunit;

namespace Tamiz.Tests.Ledger;

/// <summary>
/// Ledgers that were written once and stay readable for ever. Each version of the format has a folder; TAMIZ_KEEP=FOLDER writes a new one,
/// and nothing writes over an old one.
/// </summary>
public sealed class KeptLedgerTests
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "Tamiz.Tests", "Ledger", "Kept");

    public static TheoryData<string> Versions => [.. Directory.GetDirectories(Kept).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_ledger_with_every_type_of_record_is_written_and_read()
    {
        using var temporary = new TemporaryFiles();
        var folder = Environment.GetEnvironmentVariable("TAMIZ_KEEP") ?? Path.Combine(temporary.Next(), "story");
        Assert.False(Directory.Exists(folder), $"{folder} is kept already");
        Directory.CreateDirectory(folder);
        new LedgerStory(folder).Write();
        File.WriteAllText(Path.Combine(folder, "records.txt"), Tell(folder));
        Check(folder);
        Assert.Equal(RecordMaker.Types.Select(type => type.Name), Records(folder).Select(record => record.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_kept_ledger_is_read_as_it_was(string version) => Check(Path.Combine(Kept, version));

    private static void Check(string folder)
    {
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "records.txt")), Tell(folder));
        var keys = Directory.GetFiles(Path.Combine(folder, "keys"), "*.public.pem").Select(file => PublicKey.ReadPem(File.ReadAllText(file))).ToList();
        var checkpoints = Directory.GetFiles(Path.Combine(folder, "ledger", "checkpoints")).Order(StringComparer.Ordinal).Select(file => Checkpoint.Read(File.ReadAllText(file))).ToList();
        Assert.True(checkpoints.Count > 1);
        Assert.All(checkpoints, checkpoint => Assert.Contains(keys, checkpoint.IsSignedBy));
        var proof = InclusionProof.Read(File.ReadAllText(Path.Combine(folder, "proof.txt")));
        Assert.Contains(keys, key => proof.Holds(checkpoints[^1], key));
        keys.ForEach(key => key.Dispose());
    }

    private static string Tell(string folder) => string.Join('\n', Records(folder).Select(record => $"{record.Type} {RecordMaker.Show(record)}")) + "\n";

    private static List<LedgerRecord> Records(string folder)
    {
        var records = new List<LedgerRecord>();
        using var founding = PublicKey.ReadPem(File.ReadAllText(Path.Combine(folder, "keys", "key-1.public.pem")));
        LedgerLog.Replay(new LedgerFolder(Path.Combine(folder, "ledger")), founding, entry => records.Add(entry.Read()));
        return records;
    }
}
