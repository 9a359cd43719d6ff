namespace Tamiz.Integrity.Surveys;

/// <summary>What a file of answers gave.</summary>
/// <param name="Table">The answers.</param>
/// <param name="Read">Rows read: those taken and those refused.</param>
/// <param name="Refused">Rows that cannot be used.</param>
/// <param name="Repeated">Rows that are the same as another one, although their answers vary.</param>
public sealed record AnswerReading(AnswerTable Table, int Read, int Refused, int Repeated)
{
    /// <summary>Rows taken.</summary>
    public int Taken => Table.Count;
}
