using System.Globalization;

namespace Tamiz.Cli;

/// <summary>A line that shows which share of a work is done, on a terminal only.</summary>
internal sealed class ShareLine(Terminal terminal) : IDisposable
{
    private readonly bool _visible = !terminal.Json && !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Show(double share)
    {
        var percent = (int)(Math.Clamp(share, 0, 1) * 100);
        if (_visible && percent != _shown)
        {
            _shown = percent;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('█', percent / 5),-20}] {percent,3} %"));
        }
    }

    public void Dispose()
    {
        if (_visible && _shown >= 0)
        {
            Console.Error.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
