using Tamiz.Declarations;
using Tamiz.Ledger;
using Xunit;

namespace Tamiz.Tests.Bugs;

public class LedgerBugs
{
    [Fact]
    public void A_later_version_has_the_same_identity_in_the_ledger_as_the_first() =>
        Assert.Equal("HNPCR/2026/1", DeclarationEntered.IdentityOf(new Identity("HNPCR", 2026, "1", 2)));
}
