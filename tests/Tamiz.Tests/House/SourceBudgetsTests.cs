using Xunit;

namespace Tamiz.Tests.House;

public class SourceBudgetsTests
{
    private const string Source = """
        public record Data(int A, int B, int C, int D, int E, int F, int G);

        public class Service(int a, int b, int c, int d, int e, int f, int g)
        {
            public int Deep(int x)
            {
                if (x == 0)
                {
                    return a;
                }
                else if (x == 1)
                {
                    foreach (var (k, v) in Pairs())
                    {
                        using (Open())
                        {
                            lock (this)
                            {
                                while (true) { }
                            }
                        }
                    }
                }

                return 0;
            }

            public int Flat => Local(1);
        }
        """;

    [Fact]
    public void An_else_if_does_not_nest_and_the_rest_does()
    {
        var deep = SourceBudgets.Bodies(SourceBudgets.Parse(Source)).Single(body => SourceBudgets.NameOf(body) == "Deep");
        Assert.Equal(5, SourceBudgets.Nesting(deep));
        Assert.Equal(22, SourceBudgets.Lines(deep));
    }

    [Fact]
    public void Only_the_parameters_of_a_record_are_not_counted()
    {
        var lists = SourceBudgets.ParameterLists(SourceBudgets.Parse(Source)).Where(list => list.Count > 6);
        Assert.Equal([("Service (constructor)", 7)], lists);
    }

    [Fact]
    public void The_95th_percentile_leaves_five_in_a_hundred_above() =>
        Assert.Equal(95, SourceBudgets.Percentile95(Enumerable.Range(1, 100)));
}
