using Tamiz.Declarations;

namespace Tamiz.Intelligence;

/// <summary>An item that is compared with reports.</summary>
/// <param name="Reports">All reports, by rank.</param>
/// <param name="Declaration">The declaration.</param>
/// <param name="Item">The item.</param>
/// <param name="Into">Receives the matches.</param>
internal readonly record struct ReportSearch(IReadOnlyList<Report> Reports, Declaration Declaration, Item Item, List<ReportMatch> Into)
{
    /// <summary>Adds those of the reports that are in force and of which no condition fails.</summary>
    public void Consider(List<int> ranks)
    {
        foreach (var rank in ranks)
        {
            var report = Reports[rank];
            if (report.AppliesOn(Declaration.LodgedOn) && Judge(report, out var missing) != Truth.False)
            {
                Into.Add(new ReportMatch(report, missing)
                {
                    ItemSequence = Item.Sequence,
                    Rank = rank,
                    Decided = missing is null ? Decided(report) : [],
                });
            }
        }
    }

    private Truth Judge(Report report, out string? missing)
    {
        missing = null;
        for (var i = 0; i < report.When.Count; i++)
        {
            var truth = report.When[i].Judge(Declaration, Item);
            if (truth == Truth.False)
            {
                return Truth.False;
            }

            missing ??= truth == Truth.Unknown ? report.When[i].Field.Id : null;
        }

        return missing is null ? Truth.True : Truth.Unknown;
    }

    private FieldValue[] Decided(Report report)
    {
        var values = new FieldValue[report.When.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new FieldValue(report.When[i].Field.Id, report.When[i].Decided(Declaration, Item));
        }

        return values;
    }
}
