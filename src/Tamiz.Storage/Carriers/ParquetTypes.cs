using System.Globalization;
using System.Runtime.InteropServices;
using ParquetSharp;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage.Carriers;

/// <summary>How the values of a Parquet column become texts.</summary>
internal static class ParquetTypes
{
    private const long MillisecondTicks = TimeSpan.TicksPerMillisecond;
    private const long MicrosecondTicks = TimeSpan.TicksPerMicrosecond;

    private const int MaxDigits = 38;

    // Julian day of 1970-01-01, from which legacy timestamps count.
    private const int JulianEpoch = 2_440_588;

    /// <summary>Room for values of a column; null where its type is not one that a field can have.</summary>
    public static ParquetValues? ValuesOf(ColumnDescriptor column)
    {
        using var meaning = column.LogicalType;
        var defined = column.MaxDefinitionLevel;
        return column.MaxRepetitionLevel > 0 || meaning is DecimalLogicalType { Scale: < 0 or > MaxDigits } ? null : column.PhysicalType switch
        {
            PhysicalType.Boolean => new ParquetScalars<bool, bool>(static v => v, static (v, to) => to.Append(v ? "true"u8 : "false"u8)) { Kind = RawKind.Plain, Defined = defined },
            PhysicalType.Int32 => OfInt32(meaning, defined),
            PhysicalType.Int64 => OfInt64(meaning, defined),
            PhysicalType.Int96 => new ParquetScalars<Int96, long?>(static v => TicksOf(v), static (v, to) => WriteTime(v ?? long.MinValue, 0, true, to)) { Kind = RawKind.Moment, Defined = defined },
            PhysicalType.Float => Number<float, float>(static v => v, static (v, to) => to.Append(v), defined),
            PhysicalType.Double => Number<double, double>(static v => v, static (v, to) => to.Append(v), defined),
            PhysicalType.ByteArray => OfBytes<ByteArray>(meaning, defined, static v => (v.Pointer, v.Length)),
            PhysicalType.FixedLenByteArray => OfFixed(meaning, defined, column.TypeLength),
            _ => null,
        };
    }

    private static ParquetValues? OfInt32(LogicalType meaning, short defined) => meaning switch
    {
        DateLogicalType => new ParquetScalars<int, int>(static v => v, WriteDay) { Kind = RawKind.Moment, Defined = defined },
        DecimalLogicalType money => Number<int, Int128>(static v => v, WriterOf(money.Scale), defined),
        TimeLogicalType => Time<int>(static v => v * MillisecondTicks, defined),
        IntLogicalType { IsSigned: false } => Number<int, uint>(static v => unchecked((uint)v), static (v, to) => to.Append(v), defined),
        _ => Number<int, int>(static v => v, static (v, to) => to.Append(v), defined),
    };

    private static ParquetValues? OfInt64(LogicalType meaning, short defined) => meaning switch
    {
        TimestampLogicalType time => new ParquetScalars<long, long>(static v => v, WriterOf(time)) { Kind = RawKind.Moment, Defined = defined },
        DecimalLogicalType money => Number<long, Int128>(static v => v, WriterOf(money.Scale), defined),
        TimeLogicalType { TimeUnit: TimeUnit.Nanos } => Time<long>(static v => v / 100, defined),
        TimeLogicalType => Time<long>(static v => v is >= 0 and < TimeSpan.TicksPerDay ? v * MicrosecondTicks : -1, defined),
        IntLogicalType { IsSigned: false } => Number<long, ulong>(static v => unchecked((ulong)v), static (v, to) => to.Append(v), defined),
        _ => Number<long, long>(static v => v, static (v, to) => to.Append(v), defined),
    };

    private static ParquetValues? OfFixed(LogicalType meaning, short defined, int length) => meaning switch
    {
        IntervalLogicalType => null,
        UuidLogicalType when length == 16 => new ParquetScalars<FixedLenByteArray, Guid>(
            static v => new Guid(Copy(v.Pointer, 16), bigEndian: true), static (v, to) => to.Append(v)) { Kind = RawKind.Quoted, Defined = defined },
        Float16LogicalType when length == 2 => Number<FixedLenByteArray, float>(
            static v => (float)BitConverter.ToHalf(Copy(v.Pointer, 2)), static (v, to) => to.Append(v), defined),
        DecimalLogicalType when length > 16 => null,
        _ => OfBytes<FixedLenByteArray>(meaning, defined, v => (v.Pointer, length)),
    };

    private static ParquetValues? OfBytes<TStored>(LogicalType meaning, short defined, Func<TStored, (IntPtr Pointer, int Length)> bytesOf)
        where TStored : unmanaged => meaning switch
        {
            BsonLogicalType => null,
            DecimalLogicalType money => Number<TStored, Int128>(v => WholeOf(bytesOf(v)), WriterOf(money.Scale), defined),
            _ => new ParquetTexts<TStored>(bytesOf) { Kind = RawKind.Quoted, Defined = defined },
        };

    private static ParquetScalars<TStored, TValue> Number<TStored, TValue>(Func<TStored, TValue> take, Action<TValue, Utf8Text> write, short defined)
        where TStored : unmanaged => new(take, write) { Kind = RawKind.Number, Defined = defined };

    private static ParquetScalars<TStored, long> Time<TStored>(Func<TStored, long> ticksOf, short defined)
        where TStored : unmanaged => new(ticksOf, static (ticks, to) =>
        {
            if (ticks is >= 0 and < TimeSpan.TicksPerDay)
            {
                to.Append(new TimeOnly(ticks), "HH:mm:ss.FFFFFFF");
            }
            else
            {
                to.Append(ticks);
            }
        }) { Kind = RawKind.Quoted, Defined = defined };

    private static void WriteDay(int day, Utf8Text to)
    {
        var number = (long)day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        if (number >= 0 && number <= DateOnly.MaxValue.DayNumber)
        {
            to.Append(DateOnly.FromDayNumber((int)number), "yyyy-MM-dd");
        }
        else
        {
            to.Append(day);
        }
    }

    private static Action<long, Utf8Text> WriterOf(TimestampLogicalType time)
    {
        var isInstant = time.IsAdjustedToUtc;
        return time.TimeUnit switch
        {
            TimeUnit.Millis => (value, to) => WriteTime(TicksOf(value, MillisecondTicks), value, isInstant, to),
            TimeUnit.Micros => (value, to) => WriteTime(TicksOf(value, MicrosecondTicks), value, isInstant, to),
            _ => (value, to) => WriteTime((value / 100) - (value % 100 < 0 ? 1 : 0), value, isInstant, to),
        };
    }

    /// <summary>Writes a time; the number itself where the calendar does not have it.</summary>
    private static void WriteTime(long ticks, long stored, bool isInstant, Utf8Text to)
    {
        if (ticks < -DateTime.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
        {
            to.Append(stored);
            return;
        }

        to.Append(DateTime.UnixEpoch.AddTicks(ticks), "yyyy-MM-ddTHH:mm:ss.FFFFFFF");
        if (isInstant)
        {
            to.Append("Z"u8);
        }
    }

    private static long TicksOf(long units, long ticks) => units > -(long.MaxValue / ticks) && units < long.MaxValue / ticks ? units * ticks : long.MinValue;

    private static long? TicksOf(Int96 time)
    {
        var nanoseconds = unchecked((long)(((ulong)(uint)time.B << 32) | (uint)time.A));
        var day = (long)time.C - JulianEpoch;
        return nanoseconds is >= 0 and < 86_400_000_000_000 && Math.Abs(day) < 4_000_000 ? (day * TimeSpan.TicksPerDay) + (nanoseconds / 100) : null;
    }

    private static Action<Int128, Utf8Text> WriterOf(int scale)
    {
        var format = "D" + (scale + 1).ToString(CultureInfo.InvariantCulture);
        return (value, to) =>
        {
            Span<byte> digits = stackalloc byte[MaxDigits + 2];
            var size = unchecked((UInt128)(value < 0 ? -value : value));
            var length = 0;
            _ = size <= ulong.MaxValue
                ? ((ulong)size).TryFormat(digits, out length, format, CultureInfo.InvariantCulture)
                : size.TryFormat(digits, out length, format, CultureInfo.InvariantCulture);
            to.Append(value < 0 ? "-"u8 : []);
            to.Append(digits[..(length - scale)]);
            to.Append(scale > 0 ? "."u8 : []);
            to.Append(digits[(length - scale)..length]);
        };
    }

    /// <summary>A whole number, most significant byte first, in two's complement.</summary>
    private static Int128 WholeOf((IntPtr Pointer, int Length) bytes)
    {
        if (bytes.Length > 16)
        {
            throw new InvalidDataException("a decimal of more than 38 digits");
        }

        Int128 value = 0;
        foreach (var (b, i) in Copy(bytes.Pointer, bytes.Length).Select((b, i) => (b, i)))
        {
            value = i == 0 ? unchecked((sbyte)b) : (value << 8) | b;
        }

        return value;
    }

    private static byte[] Copy(IntPtr pointer, int length)
    {
        var bytes = new byte[length];
        if (length > 0)
        {
            Marshal.Copy(pointer, bytes, 0, length);
        }

        return bytes;
    }
}
