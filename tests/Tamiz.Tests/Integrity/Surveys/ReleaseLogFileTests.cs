using CsCheck;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Disclosure;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class ReleaseLogFileTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        (from round in Gen.OneOf("2025-1", "2026-2")
         from population in Gen.OneOf("officials", "private")
         from table in Gen.OneOf("factor:leadership", "statement:morale-3", "respondents")
         from cell in Gen.OneOf("", "unit=A1", "unit=A1;grade=")
         from respondents in Gen.Int[0, 9999]
         from digest in Gen.Byte.Array[32]
         select new ReleaseEntry(round, population, table, cell, respondents, Convert.ToHexStringLower(digest))).Array[0, 20].Sample(entries =>
        {
            var diagnostics = new List<Diagnostic>();
            var read = ReleaseLogFile.Read(ReleaseLogFile.Write(new ReleaseLog(entries)), "releases.yaml", diagnostics);
            Assert.Equal(entries, read.Entries);
            Assert.Empty(diagnostics);
        });
}
