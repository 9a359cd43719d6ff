using System.Security.Cryptography;
using CsCheck;
using Tamiz.Storage;
using Tamiz.Storage.Contents;
using Xunit;

namespace Tamiz.Tests.Storage.Contents;

public sealed class ContentStoreTests : IDisposable
{
    private readonly TemporaryHome _home = new();
    private readonly ContentStore _store;

    public ContentStoreTests() => _store = ContentStore.Open(_home.Path);

    public void Dispose() => _home.Dispose();

    [Fact]
    public void What_was_put_in_is_read_under_its_digest() => Gen.Byte.Array[0, 300].Sample(content =>
    {
        var digest = _store.Put(content);
        Assert.Equal(SHA256.HashData(content), digest);
        Assert.Equal(digest, _store.Put(content));
        Assert.True(_store.Has(digest));
        Assert.Equal(content, ContentStore.Open(_home.Path).Get(digest));
    }, iter: 50);

    [Fact]
    public void The_name_of_a_file_is_its_digest_and_nothing_else_is_left()
    {
        var digest = _store.Put([1, 2, 3]);
        Assert.Equal([_home.File("contents", Convert.ToHexStringLower(digest))], Directory.GetFiles(_home.File("contents")));
    }

    [Fact]
    public void A_content_that_is_missing_or_damaged_is_named_and_mended_by_putting_it_in_again()
    {
        var digest = _store.Put([1, 2, 3]);
        var name = Convert.ToHexStringLower(digest);
        File.WriteAllBytes(_home.File("contents", name), [1, 2]);
        var damaged = Assert.Throws<HomeException>(() => _store.Get(digest)).Diagnostic;
        Assert.Equal("TZ1722", damaged.Code);
        Assert.EndsWith(name, damaged.Where.File, StringComparison.Ordinal);
        _store.Put([1, 2, 3]);
        Assert.Equal([1, 2, 3], _store.Get(digest));
        File.Delete(_home.File("contents", name));
        Assert.Equal("TZ1721", Assert.Throws<HomeException>(() => _store.Get(digest)).Diagnostic.Code);
        Assert.False(_store.Has(digest));
    }

    [Fact]
    public void Many_that_put_the_same_content_do_not_disturb_each_other()
    {
        var content = new byte[100_000];
        Parallel.For(0, 40, _ => _store.Put(content));
        Assert.Equal(content, _store.Get(SHA256.HashData(content)));
        Assert.Single(Directory.GetFiles(_home.File("contents")));
    }
}
