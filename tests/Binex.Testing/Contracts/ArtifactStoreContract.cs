using Binex.Core.Artifacts;
using Shouldly;
using Xunit;

namespace Binex.Testing.Contracts;

/// <summary>What every artifact store keeps to.</summary>
public abstract class ArtifactStoreContract
{
    // FIPS 180-2, appendix B.1.
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The store of this test.</summary>
    protected abstract IArtifactStore Store { get; }

    /// <summary>Replaces what is kept, as a bad disk would.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="content">What is there from now on.</param>
    protected abstract void Spoil(string hash, byte[] content);

    [Fact]
    public async Task Put_KnownContent_ReturnsItsSha256() => (await Store.PutAsync("abc"u8.ToArray(), durable: false, default)).ShouldBe(HashOfAbc);

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(262_144, false)]
    [InlineData(262_145, false)]
    [InlineData(1_500_000, true)]
    public async Task Get_WhatWasPut_IsTheSame(int length, bool durable)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        var hash = await Store.PutAsync(content, durable, default);

        (await Store.GetAsync(hash, default)).ShouldBe(content);
    }

    [Fact]
    public async Task Put_Twice_IsTheSameAsOnce()
    {
        (await Store.PutAsync("abc"u8.ToArray(), durable: false, default)).ShouldBe(HashOfAbc);
        (await Store.PutAsync("abc"u8.ToArray(), durable: true, default)).ShouldBe(HashOfAbc);
        (await Store.GetAsync(HashOfAbc, default)).ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task Get_Unknown_IsNull() => (await Store.GetAsync(HashOfAbc, default)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("ba")]
    [InlineData("../../../../../../../../../../../../../../../../../../../etc/passwd")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a\0")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    public async Task Get_NoHash_IsNull(string hash)
    {
        await Store.PutAsync("abc"u8.ToArray(), durable: false, default);

        (await Store.GetAsync(hash, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("abd")]
    [InlineData("ab")]
    [InlineData("abcd")]
    [InlineData("")]
    public async Task Get_SpoiledContent_IsNullUntilItIsPutAgain(string spoiled)
    {
        var hash = await Store.PutAsync("abc"u8.ToArray(), durable: false, default);
        Spoil(hash, System.Text.Encoding.UTF8.GetBytes(spoiled));

        (await Store.GetAsync(hash, default)).ShouldBeNull();

        await Store.PutAsync("abc"u8.ToArray(), durable: false, default);
        (await Store.GetAsync(hash, default)).ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task Get_NothingWherePutNothing_IsEmpty()
    {
        (await Store.GetAsync(HashOfNothing, default)).ShouldBeNull();
        await Store.PutAsync(default, durable: false, default);
        (await Store.GetAsync(HashOfNothing, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_ResultChangedByItsReader_LeavesTheStoreAlone()
    {
        var hash = await Store.PutAsync("abc"u8.ToArray(), durable: false, default);
        (await Store.GetAsync(hash, default))!.AsSpan().Clear();

        (await Store.GetAsync(hash, default)).ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task PutAndGet_ManyAtOnce_AllSucceed()
    {
        await Parallel.ForAsync(0, 400, async (i, cancellationToken) =>
        {
            var content = System.Text.Encoding.UTF8.GetBytes($"content {i % 10}");
            var hash = await Store.PutAsync(content, durable: i % 50 == 0, cancellationToken);
            (await Store.GetAsync(hash, cancellationToken)).ShouldBe(content);
        });
    }

    [Fact]
    public async Task PutAndGet_Cancelled_Throw()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.PutAsync("abc"u8.ToArray(), durable: false, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.GetAsync(HashOfAbc, cancelled));
        (await Store.GetAsync(HashOfAbc, default)).ShouldBeNull();
    }
}
