using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tamiz.Ledger;

namespace Tamiz.Tests.Ledger;

/// <summary>Makes records of any type out of a seed, by their constructors; a new type needs no line here.</summary>
internal sealed class RecordMaker(int seed)
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly string[] Signed = ["packages", "itemcount", "sequence", "item"];
    private static readonly string[] Texts = ["", "a", "HNTGU", "Importación", "Zürich 東京", "🙂🚢", "line\nbreak \"quoted\"", new('x', 300)];

    // What the ledger does not keep of a declaration.
    private static readonly string[] Left = ["Declaration.Source", "Declaration.Declarant", "Declaration.Importer", "Declaration.Exporter", "Declaration.Carrier", "Item.Finding"];

    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new HashText(), new JsonStringEnumConverter() },
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Random _chance = new(seed);

    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(LedgerRecord).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LedgerRecord))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>All that is in a record, as text.</summary>
    public static string Show(LedgerRecord record) => JsonSerializer.Serialize(record, record.GetType(), Options);

    public static byte[] Encode(LedgerRecord record)
    {
        var writer = new RecordWriter();
        record.Write(writer);
        return writer.Written.ToArray();
    }

    public LedgerRecord Make(Type type) => (LedgerRecord)Object(type);

    private object Object(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(parameter => Value(parameter.ParameterType, parameter.Name!, MayLack(parameter)))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (!parameters.Any(parameter => parameter.Name == property.Name) && !Left.Contains($"{type.Name}.{property.Name}", StringComparer.Ordinal))
            {
                property.SetValue(made, Value(property.PropertyType, property.Name, Nullability.Create(property).WriteState == NullabilityState.Nullable));
            }
        }

        return made;
    }

    private static bool MayLack(ParameterInfo parameter) => Nullability.Create(parameter).WriteState == NullabilityState.Nullable;

    private object? Value(Type type, string name, bool mayLack)
    {
        if (mayLack && _chance.Next(2) == 0)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(_chance.Next(values.Length));
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? List(type.GetGenericArguments()[0], name) : Simple(type, name) ?? Object(type);
    }

    private object? Simple(Type type, string name) => type switch
    {
        _ when type == typeof(string) => Texts[_chance.Next(Texts.Length)],
        _ when type == typeof(bool) => _chance.Next(2) == 0,
        _ when type == typeof(int) => Signed.Contains(name, StringComparer.OrdinalIgnoreCase) ? _chance.Next(int.MinValue, int.MaxValue) >> _chance.Next(31) : _chance.Next() >> _chance.Next(31),
        _ when type == typeof(long) => _chance.NextInt64() >> _chance.Next(63),
        _ when type == typeof(double) => Number(),
        _ when type == typeof(decimal) => Decimal(),
        _ when type == typeof(double[]) => Enumerable.Range(0, _chance.Next(12)).Select(_ => _chance.Next(3) == 0 ? double.NaN : Number()).ToArray(),
        _ when type == typeof(Instant) => new Instant(_chance.NextInt64(Instant.Earliest.UnixMilliseconds, Instant.Latest.UnixMilliseconds + 1)),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_chance.Next(DateOnly.MaxValue.DayNumber + 1)),
        _ when type == typeof(Hash) => Hash.Of(Bytes(8)),
        _ when type == typeof(UInt128) => LedgerId.Of(Bytes(16)).Value,
        _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Bytes(name == "Seed" ? DaySeed.Size : _chance.Next(200))),
        _ => null,
    };

    private object List(Type type, string name)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        for (var count = name == "Items" ? 1 + _chance.Next(3) : _chance.Next(4); count > 0; count--)
        {
            list.Add(Value(type, "", mayLack: false));
        }

        if (list is List<LaneBound> bounds)
        {
            return bounds.DistinctBy(bound => bound.Lane).Select((bound, i) => new LaneBound(bound.Lane + "-lane", i * _chance.NextDouble())).OrderBy(bound => bound.Bound).ToList();
        }

        return list is List<KnowledgeEntry> entries ? entries.DistinctBy(entry => (entry.Kind, entry.Name)).Order().ToList() : list;
    }

    private double Number() => _chance.Next(9) switch
    {
        0 => double.NaN,
        1 => -0.0,
        2 => double.PositiveInfinity,
        3 => double.Epsilon * _chance.Next(5),
        4 => _chance.Next(-5000, 5000) / 1024.0,
        5 => (double)((1L << 53) - _chance.Next(3)) * (_chance.Next(2) == 0 ? 1 : -1) / (_chance.Next(2) == 0 ? 1 : 1024),
        6 => BitConverter.Int64BitsToDouble(_chance.NextInt64()),
        7 => _chance.NextDouble(),
        _ => _chance.Next(-100, 1000),
    };

    private decimal Decimal()
    {
        var size = new decimal(_chance.Next() >> _chance.Next(31), _chance.Next(), _chance.Next(-5, 5), false, (byte)_chance.Next(29));
        return size != 0 && _chance.Next(2) == 0 ? -size : size;
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _chance.NextBytes(bytes);
        return bytes;
    }

    private sealed class HashText : JsonConverter<Hash>
    {
        public override Hash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Hash.TryParse(reader.GetString())!.Value;

        public override void Write(Utf8JsonWriter writer, Hash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
