namespace Binex.Validation.Tests.Rules;

/// <summary>Where an address leads is told in whatever form it is written.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("http://10.0.0.1", "BNX4009")]
    [InlineData("http://172.16.0.1", "BNX4009")]
    [InlineData("http://172.31.255.255:8080/x", "BNX4009")]
    [InlineData("http://192.168.0.1", "BNX4009")]
    [InlineData("http://100.64.1.1", "BNX4009")]
    [InlineData("http://169.254.1.1", "BNX4009")]
    [InlineData("http://0xA.0.0.1", "BNX4009")]
    [InlineData("http://167772161", "BNX4009")]
    [InlineData("http://[fe80::1]", "BNX4009")]
    [InlineData("http://[fc00::1]", "BNX4009")]
    [InlineData("http://[::ffff:10.0.0.1]", "BNX4009")]
    [InlineData("http://[64:ff9b::10.0.0.1]", "BNX4009")]
    [InlineData("http://collector:4000/v1", "BNX4009")]
    [InlineData("http://models.internal/v1", "BNX4009")]
    [InlineData("http://169.254.169.254/latest", "BNX4010")]
    [InlineData("http://[fd00:ec2::254]/latest", "BNX4010")]
    [InlineData("http://METADATA.google.internal", "BNX4010")]
    [InlineData("http://0xA9FEA9FE", "BNX4010")]
    [InlineData("http://models.example.com/v1", "BNX4008")]
    [InlineData("http://172.32.0.1", "BNX4008")]
    [InlineData("http://[2001:db8::1]", "BNX4008")]
    [InlineData("http://localhost:11434", null)]
    [InlineData("http://127.8.9.1:11434", null)]
    [InlineData("http://[::1]:11434", null)]
    [InlineData("http://0.0.0.0:8000", null)]
    [InlineData("https://models.example.com/v1", null)]
    [InlineData("${env.BASE}", null)]
    [InlineData("http://${env.HOST}/v1", null)]
    [InlineData("no address at all", "BNX3024")]
    public void Load_OfApiBase_SaysWhereItLeads(string address, string? code) => Loading
        .Load($"name: demo\nnodes:\n  a: {{ agent: llm://gpt-4o-mini, prompt: hello, config: {{ api_base: \"{address}\" }} }}\n").Codes()
        .ShouldBe(code is null ? [] : [code]);
}
