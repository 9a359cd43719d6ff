namespace Tamiz.Simulation.Writing;

/// <summary>A column of the files of declarations: its heading, and how a row fills it. One of the three fills is there.</summary>
/// <param name="Heading">The field of a mapping.</param>
internal sealed record ItemColumn(string Heading)
{
    /// <summary>A text; null where the field is empty.</summary>
    public Func<ItemRow, string?>? Text { get; init; }

    /// <summary>A whole number.</summary>
    public Func<ItemRow, long>? Whole { get; init; }

    /// <summary>A number given in thousandths; null where the field is empty.</summary>
    public Func<ItemRow, long?>? Thousandths { get; init; }

    /// <summary>Decimals of such a number in text: 2 or 3.</summary>
    public int Decimals { get; init; } = 3;

    /// <summary>Whether the column belongs to the item rather than to its declaration.</summary>
    public bool IsItems => Heading.StartsWith("item.", StringComparison.Ordinal) || Heading.StartsWith("finding.", StringComparison.Ordinal);

    /// <summary>Adds the row's value to a text; returns false, and adds nothing, where the field is empty.</summary>
    public bool Append(ItemRow row, Utf8Text into, Action<Utf8Text, string> addText)
    {
        if (Whole is not null)
        {
            into.Append(Whole(row));
            return true;
        }

        if (Thousandths is not null)
        {
            return AppendThousandths(Thousandths(row), into);
        }

        if (Text?.Invoke(row) is not { Length: > 0 } text)
        {
            return false;
        }

        addText(into, text);
        return true;
    }

    private bool AppendThousandths(long? value, Utf8Text into)
    {
        if (value is { } given)
        {
            CsvFile.AppendScaled(into, Decimals == 2 ? given / 10 : given, Decimals == 2 ? 100 : 1000);
        }

        return value is not null;
    }
}
