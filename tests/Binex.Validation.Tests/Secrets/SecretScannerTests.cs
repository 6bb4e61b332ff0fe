namespace Binex.Validation.Tests.Secrets;

/// <summary>Keys of known kinds are found wherever they stand; nothing that only looks a bit like one is.</summary>
public sealed class SecretScannerTests
{
    [Theory]
    [InlineData("sk-ant-api03-", 80, "a key of Anthropic")]
    [InlineData("sk-proj-", 48, "a key of OpenAI")]
    [InlineData("sk-", 48, "a key of OpenAI or of a service like it")]
    [InlineData("AIza", 35, "a key of Google")]
    [InlineData("ghp_", 36, "a token of GitHub")]
    [InlineData("github_pat_", 71, "a token of GitHub")]
    [InlineData("glpat-", 20, "a token of GitLab")]
    [InlineData("xoxb-", 40, "a token of Slack")]
    [InlineData("hf_", 34, "a token of Hugging Face")]
    [InlineData("gsk_", 52, "a key of Groq")]
    [InlineData("sk_live_", 24, "a key of Stripe")]
    public void Load_OfKey_FindsItExactlyAndNeverShowsIt(string start, int length, string kind)
    {
        var key = start + Random(length);
        foreach (var text in new[] { $"prompt: {key}", $"prompt: \"say ({key}).\"", $"prompt: hello # {key}", $"x-url: https://example.com/?key={key}&b=1\n    prompt: hello" })
        {
            var result = Loading.Load($"name: demo\nnodes:\n  a:\n    agent: llm://gpt-4o-mini\n    {text}\n");

            var finding = result.Diagnostics.ShouldHaveSingleItem(text);
            finding.Code.ShouldBe("BNX4001");
            finding.Message.ShouldContain(kind);
            result.Pointed(finding).ShouldBe(key);
            result.Render().ShouldNotContain(Random(length)[..8]);
        }
    }

    [Theory]
    [InlineData("sk-proj-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")]
    [InlineData("sk-ant-your-key-from-the-console-0123456789-abcdefghij")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_tooshort123")]
    [InlineData("ghp_000000000000000000000000000000000000")]
    [InlineData("sk-a-slug-that-is-made-of-many-words-and-2-or-3-digits")]
    [InlineData("risk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c")]
    [InlineData("eyJ.eyJ.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    public void Load_OfOtherText_FindsNothing(string text) =>
        Loading.Load($"name: demo\nnodes:\n  a:\n    agent: llm://gpt-4o-mini\n    prompt: \"{text}\"\n").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Load_OfSecretInMistake_HidesItInMessageAndHint()
    {
        var key = "sk-proj-" + Random(48);

        var result = Loading.Load($"name: demo\nnodes:\n  a: {{ agent: {key}, when: 1 {key}, depends_on: {key} }}\n");

        result.Diagnostics.Count.ShouldBeGreaterThan(3);
        result.Diagnostics.ShouldAllBe(finding => !finding.Message.Contains(key) && (finding.Hint == null || !finding.Hint.Contains(key)));
        result.Render().ShouldNotContain(key[8..20]);
    }

    // Always the same, and as mixed as a key is.
    private static string Random(int length) =>
        string.Concat(Enumerable.Range(0, length).Select(i => "aZ3kQ9xT7bM1fR5vW2nY8cH4jL6pD0s"[(i * 7 + (i / 31)) % 31]));
}
