using System.CommandLine;
using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz home checkpoint, proof and rotate: what leaves the house, so that the house can be checked.</summary>
internal static class HomeProofs
{
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
        command.SetAction(parsed => LiveSession.Run(parsed, clock, null, session =>
        {
            var name = parsed.GetValue(subject)!;
            var sequence = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < session.Home.Log.Records ? number : LaneOf(session.Home, name);
            if (sequence is not { } record)
            {
                session.Terminal.Complain($"{name}: neither the sequence of a record nor the identity of a declaration of this home.");
                return Terminal.FoundProblems;
            }

            var checkpoint = session.Home.Log.MakeCheckpoint(session.Person).GetAwaiter().GetResult();
            var path = parsed.GetValue(output)!;
            File.WriteAllText(path, session.Home.Log.Prove(record, checkpoint).ToString());
            File.WriteAllText(path + ".checkpoint", checkpoint.ToString());
            session.Terminal.Give(new { record, proof = path, checkpoint = path + ".checkpoint" });
            session.Terminal.SayWrapped(session.Words.Say("home.proof", ("record", record.ToString(CultureInfo.InvariantCulture)), ("path", path)));
            return Terminal.Fine;
        }));
        return command;
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

    private static long? LaneOf(LiveHome home, string identity)
    {
        if (home.State.Known.Find(identity) is not var (sequence, _, _))
        {
            return null;
        }

        foreach (var entry in home.Log.Read(sequence).Take(8))
        {
            if (entry.Read() is LaneGiven lane && lane.Identity == identity)
            {
                return entry.Sequence;
            }
        }

        return sequence;
    }
}
