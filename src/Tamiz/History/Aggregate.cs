namespace Tamiz.History;

/// <summary>What is known under one key, in the size of a cache line; the controls behind it are kept apart, since most keys have none.</summary>
internal struct Aggregate
{
    /// <summary>Items observed before the current instant.</summary>
    public int Items;

    /// <summary>Day on which the key was first seen.</summary>
    public int FirstDay;

    /// <summary>Its controls: one more than their index; 0 where there are none.</summary>
    public int Controls;

    private int _mark;
    private int _newItems;
    private int _newDay;
    private int _decayedTo;
    private double _checked;
    private double _hits;
    private double _rate;
    private double _logOdds;

    /// <summary>Adds an item of the current instant; it shows from the next instant on.</summary>
    public void Observe(int mark, int day)
    {
        Fold(mark);
        _mark = mark;
        _newDay = _newItems == 0 ? day : Math.Min(_newDay, day);
        _newItems++;
    }

    /// <summary>Makes what was observed at earlier instants show.</summary>
    public void Fold(int mark)
    {
        if (_mark == mark || _newItems == 0)
        {
            return;
        }

        FirstDay = Items == 0 ? _newDay : Math.Min(FirstDay, _newDay);
        Items += _newItems;
        _newItems = 0;
    }

    /// <summary>Writes what was observed; the head says whether some of it is of the current instant, and whether there are controls.</summary>
    public void Save(StateWriter writer, int mark)
    {
        Fold(mark);
        writer.Unsigned(((ulong)Items << 2) | (_newItems > 0 ? 2u : 0) | (Controls > 0 ? 1u : 0));
        if (Items > 0)
        {
            writer.Signed(FirstDay);
        }

        if (_newItems > 0)
        {
            writer.Count(_newItems);
            writer.Signed(_newDay);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, and says whether there are controls.</summary>
    public bool Load(StateReader reader, int mark)
    {
        var head = reader.Unsigned();
        Items = (int)(head >> 2);
        FirstDay = Items > 0 ? (int)reader.Signed() : 0;
        if ((head & 2) != 0)
        {
            (_mark, _newItems, _newDay) = (mark, reader.Count(), (int)reader.Signed());
        }

        return (head & 1) != 0;
    }

    /// <summary>Lets the next reading decay the controls again.</summary>
    public void Stale() => _decayedTo = 0;

    /// <summary>Controls and hits as of a bucket; decayed anew only where the bucket or the controls changed.</summary>
    public (double Checked, double Hits) Decayed(Chunks<Controls> controls, int bucket, ReadOnlySpan<double> weights)
    {
        if (_decayedTo != bucket + 1)
        {
            (_checked, _hits) = controls[Controls - 1].Decayed(bucket, weights);
            _decayedTo = bucket + 1;
        }

        return (_checked, _hits);
    }

    /// <summary>The log-odds of a rate, worked out anew only where the rate changed.</summary>
    public double LogOdds(double rate)
    {
        if (_rate != rate)
        {
            (_rate, _logOdds) = (rate, Elementary.Logit(rate));
        }

        return _logOdds;
    }
}
