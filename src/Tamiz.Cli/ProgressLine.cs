using System.Globalization;
using Tamiz.Storage;

namespace Tamiz.Cli;

/// <summary>A line that shows how far a run is, on a terminal only.</summary>
internal sealed class ProgressLine(Terminal terminal, InputSet input, Phrasebook words) : IDisposable
{
    private readonly bool _visible = !terminal.Json && !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Show(long declarations)
    {
        var percent = input.Length == 0 ? 100 : (int)Math.Min(100, input.BytesRead * 100 / input.Length);
        if (_visible && percent != _shown)
        {
            _shown = percent;
            var count = words.Say("assess.progress", ("count", words.Number(declarations)));
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('█', percent / 5),-20}] {percent,3} %  {count}"));
        }
    }

    public void Dispose()
    {
        if (_visible && _shown >= 0)
        {
            Console.Error.Write("\r" + new string(' ', 70) + "\r");
        }
    }
}
