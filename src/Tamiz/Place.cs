namespace Tamiz;

/// <summary>Where in the input something stands.</summary>
/// <param name="File">The file's name as given; empty where there is none.</param>
/// <param name="Line">Line of the file, from 1; 0 where the whole file is meant.</param>
/// <param name="Column">Column of the table (field number), from 1; 0 where the whole line is meant.</param>
/// <param name="Field">The field's name, or the column's heading; empty where the whole line is meant.</param>
public readonly record struct Place(string File, long Line = 0, int Column = 0, string Field = "")
{
    /// <summary>file:line:column (field), leaving out what is not known.</summary>
    public override string ToString()
    {
        var at = Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
        return Field.Length == 0 ? at : $"{at} ({Field})";
    }
}
