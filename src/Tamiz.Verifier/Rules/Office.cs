namespace Tamiz.Verifier.Rules;

/// <summary>An office: what its next day must follow from.</summary>
internal sealed class Office(string name)
{
    public string Name => name;

    /// <summary>Commitment that the next day must have; null before the first.</summary>
    public byte[]? Due { get; set; }

    /// <summary>Hash of the batch that the next day is anchored in, and how many batches come before that one.</summary>
    public (byte[] Hash, long Batch)? Anchor { get; set; }

    /// <summary>Date of the day that was opened last.</summary>
    public long? LastDate { get; set; }

    /// <summary>Its lanes.</summary>
    public Ladder? LastLadder { get; set; }

    /// <summary>The day that is open.</summary>
    public OpenDay? Open { get; set; }

    /// <summary>Registration numbers of the day that is open.</summary>
    public List<(NumberSequence Sequence, ulong Number, int Width)> Registered { get; } = [];
}
