namespace Tamiz.Storage.Homes;

/// <summary>What persons may do in a home; the words stand in the ledger.</summary>
public static class Roles
{
    /// <summary>Proposes contents.</summary>
    public const string Analyst = "analyst";

    /// <summary>Approves what others propose.</summary>
    public const string Approver = "approver";

    /// <summary>Adds persons, opens and closes days, changes keys, erases by law.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Analyst, Approver, "inspector", "supervisor", "auditor", "integrity", Administrator, "custodian"];
}
