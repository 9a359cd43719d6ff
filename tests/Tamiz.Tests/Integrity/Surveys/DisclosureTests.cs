using CsCheck;
using Tamiz.Integrity.Surveys.Disclosure;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class DisclosureTests
{
    [Fact]
    public void An_attacker_finds_nobody_and_somebody_where_protection_is_off()
    {
        var report = new ReidentifyTrial().Run(60, _ => { });
        Assert.Matches(@"both releases \| [1-9][0-9]+ \| 0 \| 0 \|", report);
        Assert.Matches(@"everything \| [0-9]+ \| [1-9][0-9]* \|", report);
    }

    [Fact]
    public void Bounds_of_hidden_cells_are_those_of_all_tables_that_agree() => Gen.Select(Gen.Int[0, 4].Array[9], Gen.Bool.Array[9]).Sample((counts, hides) =>
    {
        var table = Square(counts);
        var hidden = Square(hides);
        var bounds = new CellBounds(table, hidden);
        var all = Agreeing(counts, hides).ToList();
        for (var i = 0; i < 9; i++)
        {
            if (hides[i])
            {
                Assert.Equal((all.Min(one => one[i]), all.Max(one => one[i])), bounds.Of(i / 3, i % 3));
            }
        }
    });

    [Fact]
    public void Hidden_cells_of_large_margins_stay_wide() => Gen.Int[0, 12].Array[12].Sample(counts =>
    {
        var table = new int[3, 4];
        Buffer.BlockCopy(counts, 0, table, 0, 12 * sizeof(int));
        bool Large(IEnumerable<int> margin) => margin.Sum() >= 5;
        if (!Enumerable.Range(0, 3).All(r => Large(Enumerable.Range(0, 4).Select(c => table[r, c]))) || !Enumerable.Range(0, 4).All(c => Large(Enumerable.Range(0, 3).Select(r => table[r, c]))))
        {
            return;
        }

        var hidden = CrossTables.Hidden(table, (_, _) => false, 5);
        var bounds = new CellBounds(table, hidden);
        for (var i = 0; i < 12; i++)
        {
            Assert.True(hidden[i / 4, i % 4] || counts[i] >= 5);
            Assert.True(!hidden[i / 4, i % 4] || bounds.Of(i / 4, i % 4) is var (least, greatest) && greatest - least >= 5);
        }
    });

    [Theory]
    [InlineData("11 5;10 5", 0)] // two groups of 5
    [InlineData("11 5;10 4", 4)] // all less a group of 5 leaves 4
    [InlineData("101 3;110 3;100 9", 3)] // groups of 3
    [InlineData("111 3;110 3;101 3;100 9", 0)] // two groups of 6 with 3 in common
    [InlineData("111 9;110 1;101 1;100 9", 2)] // two groups but for one person each
    [InlineData("111 9;110 3;101 2;100 9", 0)] // two groups but for 5 persons in all
    public void Small_groups_are_found(string kinds, int persons)
    {
        var list = kinds.Split(';').Select(kind => kind.Split(' ')).ToList();
        int[] counts = [.. list.Select(kind => int.Parse(kind[1], System.Globalization.CultureInfo.InvariantCulture))];
        var found = SmallGroups.Find([.. list.Select(kind => kind[0].Select(digit => (long)(digit - '0')).ToArray())], counts, 5);
        Assert.Equal(persons, found.Sum(at => counts[at]));
    }

    private static T[,] Square<T>(T[] flat)
    {
        var square = new T[3, 3];
        for (var i = 0; i < 9; i++)
        {
            square[i / 3, i % 3] = flat[i];
        }

        return square;
    }

    // All tables with the same margins and the same shown cells, by trying every value of each hidden cell.
    private static IEnumerable<int[]> Agreeing(int[] counts, bool[] hides)
    {
        int[] left = [.. Enumerable.Range(0, 6).Select(line => Enumerable.Range(0, 9).Where(i => (line < 3 ? i / 3 : 3 + (i % 3)) == line).Sum(i => counts[i]))];
        return Fill(0, new int[9]);

        IEnumerable<int[]> Fill(int at, int[] table)
        {
            if (at == 9)
            {
                return left.All(rest => rest == 0) ? [(int[])table.Clone()] : [];
            }

            var most = Math.Min(left[at / 3], left[3 + (at % 3)]);
            return (hides[at] ? Enumerable.Range(0, most + 1) : Enumerable.Repeat(counts[at], 1)).Where(value => value <= most).SelectMany(value => With(at, table, value).ToList());
        }

        List<int[]> With(int at, int[] table, int value)
        {
            (table[at], left[at / 3], left[3 + (at % 3)]) = (value, left[at / 3] - value, left[3 + (at % 3)] - value);
            var found = Fill(at + 1, table).ToList();
            (left[at / 3], left[3 + (at % 3)]) = (left[at / 3] + value, left[3 + (at % 3)] + value);
            return found;
        }
    }
}
