using System.Globalization;

namespace Tamiz.Cli;

/// <summary>A line that shows how many records a run has been through, on a terminal only.</summary>
internal sealed class CountLine(Terminal terminal) : IDisposable
{
    private const ulong Step = 100_000;

    private readonly bool _visible = !terminal.Json && !Console.IsErrorRedirected;
    private ulong _shown;

    public void Show(ulong records)
    {
        if (_visible && records >= _shown + Step)
        {
            _shown = records;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{records:N0}"));
        }
    }

    public void Clear()
    {
        if (_visible && _shown > 0)
        {
            _shown = 0;
            Console.Error.Write("\r" + new string(' ', 30) + "\r");
        }
    }

    public void Dispose() => Clear();
}
