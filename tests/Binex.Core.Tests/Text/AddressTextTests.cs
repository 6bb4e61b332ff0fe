using Binex.Core.Text;

namespace Binex.Core.Tests.Text;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("to proxy 'http://anna:s3cret@proxy.test:8080/' failed", "to proxy 'http://***@proxy.test:8080/' failed")]
    [InlineData("https://token@host/x and http://a:b@c@host", "https://***@host/x and http://***@host")]
    [InlineData("see https://host.test/@anna, or write to anna@host.test", "see https://host.test/@anna, or write to anna@host.test")]
    [InlineData("https://host.test?mail=a@b", "https://host.test?mail=a@b")]
    public void WithoutPasswords_Addresses_HaveStarsInstead(string text, string shown) => AddressText.WithoutPasswords(text).ShouldBe(shown);
}
