using CsCheck;
using Tamiz.Integrity.Programmes;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>Programmes: their list of members, what they take in, and what they make of it.</summary>
public sealed class ProgrammeTests : IDisposable
{
    private readonly ProgrammeWorld _world = new(3);

    public static TheoryData<string, string> Malformed => Cases.Read("Members.cases");

    public void Dispose() => _world.Dispose();

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Lists_of_members_that_cannot_be_used_are_refused(string change, string expected)
    {
        var parts = change.Split('→', StringSplitOptions.TrimEntries);
        var from = parts[0].Replace("KEY", _world.Key("M01").Id.ToString(), StringComparison.Ordinal);
        var text = _world.Members();
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        var diagnostics = new List<Diagnostic>();
        ProgrammeReader.Read(text[..at] + parts[1] + text[(at + from.Length)..], "members.yaml", diagnostics);
        Assert.Contains(diagnostics, diagnostic => $"{diagnostic.Code} {diagnostic.Where.Line}" == expected && diagnostic.Rule.Severity == Severity.Error);
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var programme = Programme();
        var files = _world.Codes.SelectMany(code => Enumerable.Range(0, 2).Select(round => new ProgrammeFile($"{round}/{code}", _world.Sign(_world.Honest(code, round)))))
            .Concat(_world.Codes.Take(6).Select(code => new ProgrammeFile($"again/{code}", _world.Sign(_world.Honest(code, 1))))).ToArray();
        var straight = Intake.Take(programme, files, ProgrammeWorld.Today).Select(file => (file.Name, file.State)).ToList();
        Gen.Shuffle(files).Sample(shuffled => Assert.Equal(straight, Intake.Take(programme, shuffled, ProgrammeWorld.Today).Select(file => (file.Name, file.State))), iter: 3);
    }

    [Fact]
    public void Nothing_received_is_said_and_nothing_is_rolled_up()
    {
        var programme = Programme();
        var result = ProgrammeResult.Of(programme, programme.Rounds[1], []);
        Assert.Equal(_world.Codes.Count, result.Count("", MemberState.Missing));
        Assert.All(result.Levels.Concat(result.Changes), figure => Assert.Equal(Disclosure.NoData, figure.Disclosure));
    }

    [Fact]
    public void A_member_that_left_or_has_not_joined_yet_is_not_expected()
    {
        var text = _world.Members();
        var changed = text.Replace("code: M05\n  name: Administration M05\n  region: africa-east-south\n  joined: 2024-01-01", "code: M05\n  name: Administration M05\n  region: africa-east-south\n  joined: 2025-07-01", StringComparison.Ordinal)
            .Replace("code: M06\n", "code: M06\n  left: 2026-01-01\n", StringComparison.Ordinal);
        var programme = ProgrammeReader.Read(changed, "members.yaml", []);
        Assert.DoesNotContain("M05", programme.ExpectedIn(programme.Rounds[0]).Select(member => member.Code));
        Assert.DoesNotContain("M06", programme.ExpectedIn(programme.Rounds[1]).Select(member => member.Code));
        var received = Intake.Take(programme, [new("early", _world.Sign(_world.Honest("M05", 0))), new("late", _world.Sign(_world.Honest("M06", 1))), new("due", _world.Sign(_world.Honest("M05", 1)))], ProgrammeWorld.Today);
        Assert.Equal([FileState.Used, FileState.UnknownMember, FileState.UnknownMember], received.Select(file => file.State));
    }

    [Fact]
    public void Another_region_is_said_and_the_programmes_own_counts()
    {
        var programme = Programme();
        var file = Assert.Single(Intake.Take(programme, [new("x", _world.Sign(_world.Honest("M01", 1) with { Region = "europe" }))], ProgrammeWorld.Today));
        Assert.Equal((FileState.Used, ProgrammeDiagnostics.OtherRegion), (file.State, file.Problem!.Rule));
        var result = ProgrammeResult.Of(programme, programme.Rounds[1], [file]);
        Assert.Equal(1, result.Count("africa-east-south", MemberState.Received));
        Assert.All(result.Levels.Where(figure => figure.Region == "europe"), figure => Assert.Equal(0, figure.Members));
    }

    private Programme Programme()
    {
        var diagnostics = new List<Diagnostic>();
        var programme = ProgrammeReader.Read(_world.Members(), "members.yaml", diagnostics);
        Assert.Empty(diagnostics);
        return programme;
    }
}
