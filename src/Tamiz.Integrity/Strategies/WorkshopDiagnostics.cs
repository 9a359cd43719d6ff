namespace Tamiz.Integrity.Strategies;

/// <summary>What can be wrong with workshops: TZ3000 to TZ3006.</summary>
public static class WorkshopDiagnostics
{
    /// <summary>A ballot of a unit that did not take part.</summary>
    public static readonly DiagnosticRule UnknownUnit = new("TZ3000", Severity.Error, "no such unit took part in the session",
        "a unit of the session, or * for small units together", "Correct the unit, or add it to participants.");

    /// <summary>A ballot for something that is no proposal.</summary>
    public static readonly DiagnosticRule UnknownOption = new("TZ3001", Severity.Error, "the session has no such proposal",
        "ids of proposals, separated by spaces", "Correct the id, or add the proposal.");

    /// <summary>A ballot that names a proposal twice.</summary>
    public static readonly DiagnosticRule NamedTwice = new("TZ3002", Severity.Error, "the ballot names a proposal twice",
        "each proposal once", "It counts once at most; correct the ballot.");

    /// <summary>Ballots that can be told apart.</summary>
    public static readonly DiagnosticRule NotSealed = new("TZ3003", Severity.Warning, "the file of votes still shows an order, or a unit of fewer than five",
        "sorted ballots, small units together under *", "Write it anew with tamiz integrity strategy --seal; then nobody's vote can be traced in it.");

    /// <summary>More ballots than people.</summary>
    public static readonly DiagnosticRule TooManyBallots = new("TZ3004", Severity.Error, "there are more ballots than participants",
        "a ballot for each participant at most", "Count the ballots again.");

    /// <summary>A session that is not named as its file.</summary>
    public static readonly DiagnosticRule SessionName = new("TZ3005", Severity.Error, "the session is not named as its file",
        "the file's name without its ending", "Correct the key session, or the file's name.");

    /// <summary>A session without votes.</summary>
    public static readonly DiagnosticRule NoVotes = new("TZ3006", Severity.Note, "the session has no votes",
        "a file SESSION-votes.csv beside it", "Add it after the vote, or leave it where nothing was voted on.");
}
