using CsCheck;
using Microsoft.Data.Sqlite;
using Tamiz.Storage;
using Tamiz.Storage.Persons;
using Xunit;

namespace Tamiz.Tests.Storage.Persons;

public sealed class CredentialsTests : IDisposable
{
    private readonly TemporaryHome _home = new();
    private readonly Credentials _credentials;

    public CredentialsTests() => _credentials = Credentials.Open(_home.Path);

    public void Dispose()
    {
        _credentials.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void Tokens_are_read_as_they_were_written_whatever_the_case_and_the_hyphens() => Gen.Byte.Array[16].Sample(bytes =>
    {
        var text = TokenText.Of(bytes);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}$", text);
        Assert.Equal(bytes, TokenText.Read(text));
        Assert.Equal(bytes, TokenText.Read(text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')));
    });

    [Fact]
    public void Reading_a_token_never_throws() => Gen.String.Sample(text => TokenText.Read(text) is null or { Length: 16 });

    [Fact]
    public void The_right_token_of_the_right_person_is_let_in_and_no_other()
    {
        var ana = _credentials.Issue("ana", new Instant(1));
        var eva = _credentials.Issue("eva", new Instant(2));
        Assert.Null(_credentials.Check("ana", ana.Token, ana.Hash));
        Assert.Null(_credentials.Check("eva", eva.Token.ToLowerInvariant(), eva.Hash));
        Assert.Equal("TZ1712", _credentials.Check("ana", eva.Token, ana.Hash)!.Code);
        Assert.Equal("TZ1712", _credentials.Check("ana", "", ana.Hash)!.Code);
        Assert.Equal("TZ1711", _credentials.Check("nobody", ana.Token, new byte[32])!.Code);
    }

    [Fact]
    public void A_new_credential_ends_the_one_before()
    {
        var first = _credentials.Issue("ana", new Instant(1));
        var second = _credentials.Issue("ana", new Instant(2));
        Assert.Equal("TZ1712", _credentials.Check("ana", first.Token, second.Hash)!.Code);
        Assert.Null(_credentials.Check("ana", second.Token, second.Hash));
    }

    [Fact]
    public void An_entry_that_was_replaced_put_back_or_removed_lets_nobody_in()
    {
        var ana = _credentials.Issue("ana", new Instant(1));
        Assert.Equal("TZ1713", _credentials.Check("ana", ana.Token, new byte[32])!.Code);
        var mine = _credentials.Issue("ana", new Instant(1));
        Assert.Equal("TZ1713", _credentials.Check("ana", mine.Token, ana.Hash)!.Code);
        Sql("UPDATE credentials SET issued=issued+1");
        Assert.Equal("TZ1713", _credentials.Check("ana", mine.Token, mine.Hash)!.Code);
        Sql("DELETE FROM credentials");
        Assert.Equal("TZ1713", _credentials.Check("ana", mine.Token, mine.Hash)!.Code);
    }

    [Fact]
    public void A_withdrawn_credential_is_none()
    {
        var ana = _credentials.Issue("ana", new Instant(1));
        Assert.True(_credentials.Withdraw("ana"));
        Assert.False(_credentials.Withdraw("ana"));
        Assert.Equal("TZ1711", _credentials.Check("ana", ana.Token, new byte[32])!.Code);
    }

    [Fact]
    public void The_token_stands_nowhere()
    {
        var ana = _credentials.Issue("ana", new Instant(1));
        var secret = Convert.ToHexString(TokenText.Read(ana.Token)!);
        _credentials.Dispose();
        Assert.All(Directory.GetFiles(_home.File("keys")), file => Assert.DoesNotContain(secret, Convert.ToHexString(File.ReadAllBytes(file)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_table_says_what_to_do()
    {
        _credentials.Dispose();
        _home.Damage(0, 100, "keys", "credentials.db");
        Assert.Equal("TZ1705", Assert.Throws<HomeException>(() => Credentials.Open(_home.Path)).Diagnostic.Code);
    }

    private void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={_home.File("keys", "credentials.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
