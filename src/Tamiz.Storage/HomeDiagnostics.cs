namespace Tamiz.Storage;

/// <summary>What can be wrong with what a home keeps beside its ledger: TZ17xx.</summary>
public static class HomeDiagnostics
{
    /// <summary>Another process holds a database for longer than the wait.</summary>
    public static readonly DiagnosticRule InUse = new("TZ1701", Severity.Error, "the database is in use by another process",
        "a database that is free within the wait", "Let the other command on this home end, and run this one again.");

    /// <summary>A database cannot be opened or written.</summary>
    public static readonly DiagnosticRule Unwritable = new("TZ1702", Severity.Error, "the database cannot be opened or written",
        "a file in a folder that can be written, on a disk with room", "Check the permission of the folder and the room on the disk.");

    /// <summary>The desk database is damaged, or of another version.</summary>
    public static readonly DiagnosticRule DeskDamaged = new("TZ1703", Severity.Error, "the desk database cannot be used",
        "a desk database of this version, undamaged", "Run tamiz home rebuild: it is made again from the ledger.");

    /// <summary>The table of persons is damaged.</summary>
    public static readonly DiagnosticRule PersonsDamaged = new("TZ1704", Severity.Error, "the table of persons cannot be used",
        "a table of this version, undamaged", "Restore it from a backup: names and addresses stand nowhere else, so that a rebuild cannot make them again.");

    /// <summary>The table of credentials is damaged.</summary>
    public static readonly DiagnosticRule CredentialsDamaged = new("TZ1705", Severity.Error, "the table of credentials cannot be used",
        "a table of this version, undamaged", "Restore it from a backup, or remove the file and issue new credentials.");

    /// <summary>There are persons, but not the secret of their pseudonyms.</summary>
    public static readonly DiagnosticRule NoPseudonymKey = new("TZ1706", Severity.Error, "the secret of the pseudonyms is missing or unreadable",
        "the file of 32 bytes with which the table of persons was made", "Put keys/pseudonyms.key back from where it is kept; with another one the same person would look like two.");

    /// <summary>The secret is not that of the table.</summary>
    public static readonly DiagnosticRule OtherPseudonymKey = new("TZ1707", Severity.Error, "the secret of the pseudonyms is not that of the table of persons",
        "the secret with which the table was made", "Put both back from one backup.");

    /// <summary>A row of the table of persons is not what its pseudonym was made of.</summary>
    public static readonly DiagnosticRule PersonAltered = new("TZ1708", Severity.Error, "a person in the table was changed",
        "the name, address, country and identifier of which the pseudonym was made", "Restore the table from a backup and find out who changed it.");

    /// <summary>A person whom records name is not in the table.</summary>
    public static readonly DiagnosticRule PersonMissing = new("TZ1709", Severity.Error, "a person is missing from the table",
        "every person whom a declaration names and whom no record says to be erased by law", "Restore the table from a backup and find out who took the row out.");

    /// <summary>A person has no credential.</summary>
    public static readonly DiagnosticRule NoCredential = new("TZ1711", Severity.Error, "the person has no credential",
        "a credential that was issued and not withdrawn", "Have one issued by an administrator.");

    /// <summary>The token is not that of the person.</summary>
    public static readonly DiagnosticRule WrongToken = new("TZ1712", Severity.Error, "the token is wrong",
        "the token that was shown when the credential was issued", "Type it again; have a new one issued where it is lost.");

    /// <summary>The entry is not the one that the ledger knows.</summary>
    public static readonly DiagnosticRule CredentialReplaced = new("TZ1713", Severity.Error, "the credential is not the one that the ledger knows",
        "the entry whose hash stands in the ledger", "Somebody changed it outside the ledger: find out who, then have a new one issued.");

    /// <summary>A content is not there.</summary>
    public static readonly DiagnosticRule ContentMissing = new("TZ1721", Severity.Error, "the content is missing",
        "a file whose name is the digest", "Restore it from a backup.");

    /// <summary>A content is not what its digest says.</summary>
    public static readonly DiagnosticRule ContentDamaged = new("TZ1722", Severity.Error, "the content is damaged",
        "bytes with the digest that is the file's name", "Restore it from a backup, or put the same content in again.");

    /// <summary>A file of the archive cannot be read.</summary>
    public static readonly DiagnosticRule ArchiveDamaged = new("TZ1731", Severity.Error, "the file of the archive cannot be used",
        "a Parquet file that this archive wrote", "Run tamiz home rebuild: the archive is made again from the ledger.");

    /// <summary>A file of the archive comes from a later version.</summary>
    public static readonly DiagnosticRule ArchiveTooNew = new("TZ1732", Severity.Error, "the file of the archive is of a later version",
        "a version that this program knows", "Use the program that wrote it, or run tamiz home rebuild.");

    /// <summary>A file of a backup is missing.</summary>
    public static readonly DiagnosticRule BackupIncomplete = new("TZ1741", Severity.Error, "a file is missing from the backup",
        "the file that the manifest names", "Use another copy of the backup; nothing was restored.");

    /// <summary>A file of a backup was changed.</summary>
    public static readonly DiagnosticRule BackupDamaged = new("TZ1742", Severity.Error, "a file of the backup is damaged",
        "the bytes that the manifest tells of", "Use another copy of the backup; nothing was restored.");

    /// <summary>A backup has no manifest that can be read.</summary>
    public static readonly DiagnosticRule NoManifest = new("TZ1743", Severity.Error, "the backup has no manifest that can be read",
        "manifest.json, the last file that a backup writes", "The backup was broken off, or this is none; use another one.");

    /// <summary>The place for a backup or a restored home is taken.</summary>
    public static readonly DiagnosticRule PlaceTaken = new("TZ1744", Severity.Error, "the folder is not empty",
        "a folder that is empty or does not exist", "Name another folder.");

    /// <summary>A backup holds the keys.</summary>
    public static readonly DiagnosticRule KeysIncluded = new("TZ1745", Severity.Warning, "the backup holds the secret keys",
        "a backup without them", "Whoever has it can sign in the ledger's name and knows who the pseudonyms are: lock it away, apart from other backups.");

    /// <summary>A backup does not hold the keys.</summary>
    public static readonly DiagnosticRule KeysLeftOut = new("TZ1746", Severity.Warning, "the backup does not hold the secret keys",
        "the keys, kept apart", "Keep a copy of the folder keys elsewhere: without it a restored home can be checked, but not written to.");

    /// <summary>Something in the home cannot be copied.</summary>
    public static readonly DiagnosticRule NotCopied = new("TZ1747", Severity.Error, "the file cannot be copied",
        "a readable file that stands still while it is copied", "Run the backup again; replace a link by what it leads to.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        InUse, Unwritable, DeskDamaged, PersonsDamaged, CredentialsDamaged, NoPseudonymKey, OtherPseudonymKey, PersonAltered, PersonMissing,
        NoCredential, WrongToken, CredentialReplaced, ContentMissing, ContentDamaged, ArchiveDamaged, ArchiveTooNew,
        BackupIncomplete, BackupDamaged, NoManifest, PlaceTaken, KeysIncluded, KeysLeftOut, NotCopied,
    ];
}
