namespace Tamiz.Ledger;

/// <summary>A party of a declaration as the ledger has it; what its pseudonyms stand for can be erased outside the chain.</summary>
/// <param name="Identifier">Pseudonym of the administration's identifier; null where none was given.</param>
/// <param name="Person">Pseudonym of name, address and country; null where none was given.</param>
public readonly record struct PartyRef(Pseudonym? Identifier, Pseudonym? Person)
{
    internal static PartyRef Read(ref RecordReader reader) => new(ReadOne(ref reader), ReadOne(ref reader));

    internal void Write(RecordWriter writer)
    {
        WriteOne(writer, Identifier);
        WriteOne(writer, Person);
    }

    private static Pseudonym? ReadOne(ref RecordReader reader) => reader.Flag() ? new Pseudonym(reader.Fixed16()) : null;

    private static void WriteOne(RecordWriter writer, Pseudonym? pseudonym)
    {
        writer.Flag(pseudonym is not null);
        if (pseudonym is { } given)
        {
            writer.Fixed16(given.Value);
        }
    }
}
