using System.CommandLine;
using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz home checkpoint, proof and rotate: what leaves the house, so that the house can be checked.</summary>
internal static class HomeProofs
{
    private const int NotCovered = -1;

    public static Command Checkpoint(TimeProvider clock)
    {
        var output = new Option<string?>("--out") { Description = "copy all checkpoints to this folder, the escrow" };
        var command = LiveSession.Acting(new Command("checkpoint", "Make a checkpoint, and copy checkpoints to the escrow") { output });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, null, session =>
        {
            var made = session.Home.Log.MakeCheckpoint(session.Person).GetAwaiter().GetResult();
            var folder = Path.Combine(session.Home.Folder, "ledger", "checkpoints");
            if (parsed.GetValue(output) is { } escrow)
            {
                EscrowFolder.Copy(session.Home.Folder, escrow);
                folder = escrow;
            }

            session.Terminal.Give(new { batch = made.Batch, hash = made.BatchHash.ToString(), folder });
            session.Terminal.SayWrapped(session.Words.Say("home.checkpoint", ("batch", made.Batch.ToString(CultureInfo.InvariantCulture)), ("path", folder)));
            return Terminal.Fine;
        }));
        return command;
    }

    public static Command Proof(TimeProvider clock)
    {
        var subject = new Argument<string>("SUBJECT") { Description = "sequence of a record, or identity of a declaration (then its lane's record)" };
        var output = new Option<string>("--out") { Description = "file for the proof; its checkpoint is written beside it", Required = true };
        var command = LiveSession.Acting(new Command("proof", "Prove to an outsider that one record is in the ledger") { subject, output });
        command.SetAction(parsed =>
        {
            var (name, path) = (parsed.GetValue(subject)!, parsed.GetValue(output)!);
            var code = ReadingSession.Run(parsed, clock, thorough: false, session =>
            {
                if (RecordOf(session.Home, name) is not { } record)
                {
                    session.Terminal.Complain($"{name}: neither the sequence of a record nor the identity of a declaration of this home.");
                    return Terminal.FoundProblems;
                }

                return LedgerCheckpoints.Latest(LiveSession.LedgerOf(session.Home.Folder, onlyReads: true), session.Home.Ledger) is { } checkpoint && checkpoint.Records > record
                    ? Prove(session.Terminal, session.Words, (session.Home.Ledger, record, checkpoint), path)
                    : NotCovered;
            });

            // A record younger than the last checkpoint needs a new one, which is a record itself.
            return code != NotCovered ? code : LiveSession.Run(parsed, clock, null, session =>
            {
                var (log, record) = (session.Home.Log, RecordOf(session.Home, name)!.Value);
                return Prove(session.Terminal, session.Words, (log, record, log.MakeCheckpoint(session.Person).GetAwaiter().GetResult()), path);
            });
        });
        return command;
    }

    private static int Prove(Terminal terminal, Phrasebook words, (LedgerReader Ledger, long Record, Checkpoint Checkpoint) proved, string path)
    {
        File.WriteAllText(path, proved.Ledger.Prove(proved.Record, proved.Checkpoint).ToString());
        File.WriteAllText(path + ".checkpoint", proved.Checkpoint.ToString());
        terminal.Give(new { record = proved.Record, proof = path, checkpoint = path + ".checkpoint" });
        terminal.SayWrapped(words.Say("home.proof", ("record", proved.Record.ToString(CultureInfo.InvariantCulture)), ("path", path)));
        return Terminal.Fine;
    }

    public static Command Rotate(TimeProvider clock)
    {
        var reason = new Option<string>("--reason") { Description = "why", Required = true };
        var command = LiveSession.Acting(new Command("rotate", "Change the signing key") { reason });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Administrator, session =>
        {
            var key = session.Home.Log.Rotate(session.Person, parsed.GetValue(reason)!).GetAwaiter().GetResult();
            session.Terminal.Give(new { key = key.ToString() });
            session.Terminal.SayWrapped(session.Words.Say("home.rotated", ("key", key.ToString())));
            return Terminal.Fine;
        }));
        return command;
    }

    private static long? RecordOf(HomeView home, string name)
    {
        if (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < home.Ledger.Records)
        {
            return number;
        }

        if (home.State.Known.Find(name) is not var (sequence, _, _))
        {
            return null;
        }

        foreach (var entry in home.Ledger.Read(sequence).Take(8))
        {
            if (entry.Read() is LaneGiven lane && lane.Identity == name)
            {
                return entry.Sequence;
            }
        }

        return sequence;
    }
}
