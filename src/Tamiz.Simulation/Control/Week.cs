using Tamiz.Simulation.Knowledge;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;

namespace Tamiz.Simulation.Control;

/// <summary>Everything that happened in a week, in order.</summary>
public sealed class Week
{
    /// <summary>Its first day.</summary>
    public required int First { get; init; }

    /// <summary>Its days; seven but for the last.</summary>
    public required int Days { get; init; }

    /// <summary>Versions of declarations in the order of lodgement.</summary>
    public List<Lodgement> Lodgements { get; } = [];

    /// <summary>Lanes other than green.</summary>
    public List<ControlRecord> Controls { get; } = [];

    /// <summary>What controls found.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Who handles what.</summary>
    public List<AssignmentRecord> Assignments { get; } = [];

    /// <summary>Lanes that an officer changed.</summary>
    public List<OverrideRecord> Overrides { get; } = [];

    /// <summary>Corrections after the lane was given.</summary>
    public List<EditRecord> Edits { get; } = [];

    /// <summary>Cancellations.</summary>
    public List<CancellationRecord> Cancellations { get; } = [];

    /// <summary>Shifts.</summary>
    public List<ShiftRecord> Shifts { get; } = [];

    /// <summary>Who looked at what.</summary>
    public List<AccessRecord> Accesses { get; } = [];

    /// <summary>Parameters changed.</summary>
    public List<SettingRecord> Settings { get; } = [];

    /// <summary>What partners recorded of containers.</summary>
    public List<MirrorRecord> Mirrors { get; } = [];

    /// <summary>Corrupt acts.</summary>
    public List<CorruptAct> Acts { get; } = [];

    /// <summary>Reports received in the month, where a month began.</summary>
    public List<Report> Reports { get; } = [];

    /// <summary>Schemes at the end of the month before, where a month began.</summary>
    public List<SchemeMonth> Schemes { get; } = [];
}

/// <summary>A lane other than green, and the control that followed; no extent where none did.</summary>
/// <param name="Lodgement">The version in force.</param>
/// <param name="Choice">The lane, why, and how likely.</param>
/// <param name="Extent">How it was controlled.</param>
/// <param name="Day">The day of the control.</param>
/// <param name="Minutes">How long it took.</param>
public sealed record ControlRecord(Lodgement Lodgement, LaneChoice Choice, string Extent, int Day, int Minutes);

/// <summary>Who handles a declaration.</summary>
/// <param name="Lodgement">The version in force.</param>
/// <param name="Inspector">Who.</param>
/// <param name="Probability">Probability of the inspector in the lottery.</param>
/// <param name="Method"><c>lottery</c> or <c>reassigned</c>.</param>
/// <param name="From">From whom it was taken.</param>
/// <param name="Reason">Why.</param>
public sealed record AssignmentRecord(Lodgement Lodgement, Officer Inspector, double Probability, string Method, Officer? From, string Reason);

/// <summary>A lane that an officer changed.</summary>
/// <param name="Lodgement">The declaration.</param>
/// <param name="At">Minute.</param>
/// <param name="Officer">Who.</param>
/// <param name="From">The lane before.</param>
/// <param name="To">The lane after.</param>
/// <param name="Reason">Why, as written.</param>
public sealed record OverrideRecord(Lodgement Lodgement, long At, Officer Officer, Lane From, Lane To, string Reason);

/// <summary>A correction after the lane was given.</summary>
/// <param name="Lodgement">The new version.</param>
/// <param name="At">Minute.</param>
/// <param name="By">Id of the declarant.</param>
/// <param name="Officer">Who allowed it.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record EditRecord(Lodgement Lodgement, long At, string By, Officer Officer, string Field, string Before, string After);

/// <summary>A cancellation.</summary>
/// <param name="Declaration">OFFICE/YEAR/NUMBER.</param>
/// <param name="At">Minute.</param>
/// <param name="By">Id of the declarant.</param>
/// <param name="Reason">Why, as written.</param>
public sealed record CancellationRecord(string Declaration, long At, string By, string Reason);

/// <summary>A shift, or a part of one.</summary>
/// <param name="Officer">Who.</param>
/// <param name="From">Minute at which it begins.</param>
/// <param name="To">Minute at which it ends.</param>
/// <param name="Present">Whether the officer was there.</param>
public sealed record ShiftRecord(Officer Officer, long From, long To, bool Present);

/// <summary>A look at a declaration.</summary>
/// <param name="Officer">Who.</param>
/// <param name="At">Minute.</param>
/// <param name="Declaration">OFFICE/YEAR/NUMBER.</param>
/// <param name="Kind"><c>view</c>, <c>lane</c> or <c>scan</c>.</param>
public sealed record AccessRecord(Officer Officer, long At, string Declaration, string Kind);

/// <summary>A parameter changed.</summary>
/// <param name="Officer">Who.</param>
/// <param name="At">Minute.</param>
/// <param name="What">Which.</param>
/// <param name="From">As it was.</param>
/// <param name="To">As it is.</param>
public sealed record SettingRecord(Officer Officer, long At, string What, string From, string To);

/// <summary>A partner's record of what left in a container.</summary>
/// <param name="Container">Its number.</param>
/// <param name="Country">Index of the country of export.</param>
/// <param name="Day">Day of export.</param>
/// <param name="Hs">Subheading.</param>
/// <param name="NetMass">Grams.</param>
/// <param name="Value">Hundredths of a US dollar.</param>
public sealed record MirrorRecord(string Container, int Country, int Day, string Hs, long NetMass, long Value);

/// <summary>A corrupt act.</summary>
/// <param name="Kind">What.</param>
/// <param name="Officer">Who.</param>
/// <param name="Declarant">For whom.</param>
/// <param name="Declaration">About which declaration; empty for none.</param>
/// <param name="At">Minute.</param>
/// <param name="Share">Share of the declarant's files that the officer diverts.</param>
public sealed record CorruptAct(string Kind, Officer Officer, int Declarant, string Declaration, long At, double Share);
