using System.Runtime.ExceptionServices;
using ParquetSharp;

namespace Tamiz.Storage.Archive;

/// <summary>Writes the columns of a row group on several threads: each is held in memory until all are there, and they go out in order.</summary>
internal static class GroupWriter
{
    /// <summary>Appends a row group.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="threads">Threads to use; the bytes are the same for any number.</param>
    /// <param name="write">Writes the column of an index; columns at a time on any thread.</param>
    public static void Write(ParquetFileWriter writer, int columns, int threads, Action<int, ColumnWriter> write)
    {
        using var group = writer.AppendBufferedRowGroup();
        ColumnWriter[] into = [.. Enumerable.Range(0, columns).Select(group.Column)];
        try
        {
            Parallel.For(0, columns, new ParallelOptions { MaxDegreeOfParallelism = threads }, column => write(column, into[column]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        finally
        {
            Array.ForEach(into, static column => column.Dispose());
        }
    }
}
