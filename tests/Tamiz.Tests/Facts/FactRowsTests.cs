using Tamiz.Facts;
using Xunit;

namespace Tamiz.Tests.Facts;

public sealed class FactRowsTests
{
    [Fact]
    public void A_row_that_was_given_back_is_used_again_by_one_only()
    {
        var rows = new FactRows();
        var row = rows.Rent(8);
        rows.Return(row);
        Assert.Same(row, rows.Rent(8));
        Assert.NotSame(row, rows.Rent(8));
    }

    [Fact]
    public void A_row_of_another_length_is_not_used()
    {
        var rows = new FactRows();
        rows.Return(new double[4]);
        Assert.Equal(8, rows.Rent(8).Length);
    }
}
