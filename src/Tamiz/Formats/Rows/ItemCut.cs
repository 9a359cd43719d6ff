namespace Tamiz.Formats.Rows;

/// <summary>The one item of a declaration's text that a row is about; offsets in the text.</summary>
/// <param name="From">Where the array of items begins, after its bracket.</param>
/// <param name="Start">Where the item begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="To">Where the array ends, at its bracket; 0 where the whole text is the row's.</param>
public readonly record struct ItemCut(int From, int Start, int End, int To)
{
    /// <summary>Whether nothing is cut.</summary>
    public bool IsWhole => To == 0;
}
