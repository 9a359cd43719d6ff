using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tamiz.Storage.Desk;

/// <summary>The desk database as queries see it. Reading only: what is written comes from the ledger.</summary>
public sealed class DeskContext : DbContext
{
    internal DeskContext(DbContextOptions<DeskContext> options)
        : base(options)
    {
    }

    /// <summary>Versions of declarations.</summary>
    public DbSet<DeskDeclaration> Declarations => Set<DeskDeclaration>();

    /// <summary>Findings.</summary>
    public DbSet<DeskFinding> Findings => Set<DeskFinding>();

    /// <summary>Acts on declarations.</summary>
    public DbSet<DeskAct> Acts => Set<DeskAct>();

    /// <summary>Days of offices.</summary>
    public DbSet<DeskDay> Days => Set<DeskDay>();

    /// <summary>Numbers found missing.</summary>
    public DbSet<DeskMissingNumber> MissingNumbers => Set<DeskMissingNumber>();

    /// <summary>Contents proposed.</summary>
    public DbSet<DeskContent> Contents => Set<DeskContent>();

    /// <summary>Officers.</summary>
    public DbSet<DeskOfficer> Officers => Set<DeskOfficer>();

    /// <summary>Sensitive reads.</summary>
    public DbSet<DeskRead> Reads => Set<DeskRead>();

    /// <summary>Sign-ins.</summary>
    public DbSet<DeskSignIn> SignIns => Set<DeskSignIn>();

    /// <summary>Imports.</summary>
    public DbSet<DeskImport> Imports => Set<DeskImport>();

    /// <summary>Checkpoints.</summary>
    public DbSet<DeskCheckpoint> Checkpoints => Set<DeskCheckpoint>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<UInt128>().HaveConversion<PseudonymConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DeskDeclaration>(table =>
        {
            table.HasKey(row => row.Sequence);
            table.HasIndex(row => new { row.Identity, row.Version }).IsUnique();
            table.HasIndex(row => new { row.Office, row.Day, row.LaneInForce });
            table.HasIndex(row => row.Importer);
            table.HasIndex(row => new { row.LaneInForce, row.Day });
        });
        modelBuilder.Entity<DeskFinding>(table =>
        {
            table.HasKey(row => row.Sequence);
            table.HasIndex(row => row.Identity);
        });
        modelBuilder.Entity<DeskAct>(table =>
        {
            table.HasKey(row => row.Sequence);
            table.HasIndex(row => row.Identity);
            table.HasIndex(row => row.By);
        });
        modelBuilder.Entity<DeskContent>(table =>
        {
            table.HasKey(row => row.Sequence);
            table.HasIndex(row => new { row.Kind, row.Name });
        });
        modelBuilder.Entity<DeskDay>().HasKey(row => new { row.Office, row.Date });
        modelBuilder.Entity<DeskMissingNumber>().HasKey(row => new { row.Office, row.Day, row.Number });
        modelBuilder.Entity<DeskOfficer>().HasKey(row => row.Person);
        modelBuilder.Entity<DeskRead>().HasKey(row => row.Sequence);
        modelBuilder.Entity<DeskSignIn>().HasKey(row => row.Sequence);
        modelBuilder.Entity<DeskImport>().HasKey(row => row.Sequence);
        modelBuilder.Entity<DeskCheckpoint>().HasKey(row => row.Batch);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(table => table.GetProperties()))
        {
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    private sealed class InstantConverter() : ValueConverter<Instant, long>(instant => instant.UnixMilliseconds, number => new Instant(number));

    private sealed class PseudonymConverter() : ValueConverter<UInt128, byte[]>(pseudonym => BytesOf(pseudonym), bytes => BinaryPrimitives.ReadUInt128BigEndian(bytes));

    private static byte[] BytesOf(UInt128 pseudonym)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, pseudonym);
        return bytes;
    }
}
