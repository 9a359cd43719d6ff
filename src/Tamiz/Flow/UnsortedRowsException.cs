namespace Tamiz.Flow;

/// <summary>The rows of a file are not in the order of lodgement, or too many share one instant: it has to be sorted first.</summary>
public sealed class UnsortedRowsException : Exception
{
    /// <summary>About a file.</summary>
    /// <param name="file">Index of the file among the inputs.</param>
    public UnsortedRowsException(int file)
        : base("Rows are not in the order of lodgement.") => File = file;

    /// <summary>Index of the file among the inputs.</summary>
    public int File { get; }
}
