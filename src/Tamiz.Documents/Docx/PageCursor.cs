namespace Tamiz.Documents.Docx;

/// <summary>Reckons on which page something comes to stand, so that a table of contents is filled before anybody opens it. In points.</summary>
/// <param name="height">Height of a page's text.</param>
internal sealed class PageCursor(double height)
{
    private const int Together = 2;
    private readonly List<Action<int>> _waiting = [];
    private double _height = height;
    private double _kept;
    private double _used;

    /// <summary>The page, from 1.</summary>
    public int Page { get; private set; } = 1;

    /// <summary>Goes to the top of a new page, unless it is there.</summary>
    /// <param name="newHeight">Height of its text.</param>
    public void Turn(double newHeight)
    {
        Settle();
        (Page, _used, _height) = (_used > 0 ? Page + 1 : Page, 0, newHeight);
    }

    /// <summary>Puts down something that stays with what follows it.</summary>
    public void Keep(double tall, Action<int>? placed = null)
    {
        _kept += tall;
        if (placed is not null)
        {
            _waiting.Add(placed);
        }
    }

    /// <summary>Puts down lines, two of which at least stay together.</summary>
    public void Flow(double before, int lines, double line, double after)
    {
        Place(before + ((lines <= Together + 1 ? lines : Together) * line));
        _used += before;
        while (_used + (lines * line) > _height && lines > Together)
        {
            lines -= Math.Clamp((int)((_height - _used) / line), 1, lines - Together);
            (Page, _used) = (Page + 1, 0);
        }

        _used += (lines * line) + after;
    }

    /// <summary>Puts down something that is not cut, such as a row; what is taller than a page runs on.</summary>
    /// <param name="tall">Its height.</param>
    /// <param name="repeated">Height of what is repeated at the top of a new page.</param>
    public void Block(double tall, double repeated = 0)
    {
        if (Place(tall))
        {
            _used += repeated;
        }

        for (_used += tall; _used > _height; Page++)
        {
            _used -= _height - repeated;
        }
    }

    /// <summary>Places what was kept, and says whether it took a new page to place something of a height.</summary>
    private bool Place(double tall)
    {
        var isNew = _used > 0 && _used + _kept + tall > _height;
        if (isNew)
        {
            (Page, _used) = (Page + 1, 0);
        }

        var hadKept = _kept > 0;
        Settle();
        return isNew && !hadKept;
    }

    /// <summary>Places what was kept where it stands.</summary>
    public void Settle()
    {
        _waiting.ForEach(placed => placed(Page));
        _waiting.Clear();
        (_used, _kept) = (_used + _kept, 0);
    }
}
