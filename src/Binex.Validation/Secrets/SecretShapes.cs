namespace Binex.Validation.Secrets;

/// <summary>The forms of keys and tokens.</summary>
internal static class SecretShapes
{
    // Longer beginnings come before shorter ones of the same letters.
    private static readonly SecretShape[] Rows =
    [
        new("sk-ant-", 40, "a key of Anthropic"),
        new("sk-or-v1-", 40, "a key of OpenRouter"),
        new("sk-proj-", 40, "a key of OpenAI"),
        new("sk-svcacct-", 40, "a key of OpenAI"),
        new("sk-admin-", 40, "a key of OpenAI"),
        new("sk-", 35, "a key of OpenAI or of a service like it"),
        new("sk_live_", 24, "a key of Stripe"),
        new("rk_live_", 24, "a key of Stripe"),
        new("AIza", 39, "a key of Google"),
        new("AKIA", 20, "an access key of AWS"),
        new("ASIA", 20, "an access key of AWS"),
        new("ghp_", 40, "a token of GitHub"),
        new("gho_", 40, "a token of GitHub"),
        new("ghu_", 40, "a token of GitHub"),
        new("ghs_", 40, "a token of GitHub"),
        new("ghr_", 40, "a token of GitHub"),
        new("github_pat_", 60, "a token of GitHub"),
        new("glpat-", 26, "a token of GitLab"),
        new("xoxb-", 24, "a token of Slack"),
        new("xoxp-", 24, "a token of Slack"),
        new("xoxa-", 24, "a token of Slack"),
        new("xoxr-", 24, "a token of Slack"),
        new("xoxs-", 24, "a token of Slack"),
        new("xapp-", 24, "a token of Slack"),
        new("hf_", 34, "a token of Hugging Face"),
        new("gsk_", 50, "a key of Groq"),
        new("xai-", 60, "a key of xAI"),
        new("pplx-", 40, "a key of Perplexity"),
        new("npm_", 40, "a token of npm"),
        new("r8_", 37, "a token of Replicate"),
        new("SG.", 60, "a key of SendGrid"),
    ];

    /// <summary>What a word is a secret of; null when it has no known form or is plainly none.</summary>
    /// <param name="word">A run of letters, digits, <c>_</c>, <c>-</c> and <c>.</c>.</param>
    public static string? KindOf(ReadOnlySpan<char> word)
    {
        if (IsWebToken(word))
        {
            return "a JSON web token";
        }

        foreach (var (start, least, kind) in Rows)
        {
            if (word[0] == start[0] && word.StartsWith(start, StringComparison.Ordinal))
            {
                return word.Length >= least && HasFixedForm(word, start) && Chance.LooksRandom(word[start.Length..]) ? kind : null;
            }
        }

        return null;
    }

    private static bool HasFixedForm(ReadOnlySpan<char> word, string start) => start switch
    {
        "sk-" => !word[start.Length..].ContainsAny('-', '_', '.'),
        "AIza" => word.Length == 39,
        "AKIA" or "ASIA" => word.Length == 20 && !word.ContainsAnyExceptInRange('0', 'Z'),
        _ => true,
    };

    // Three parts in base64, of which the first two are JSON objects, so that they begin as '{"' does.
    private static bool IsWebToken(ReadOnlySpan<char> word)
    {
        const string Start = "eyJ";
        const int ShortestToken = 60;
        if (word.Length < ShortestToken || !word.StartsWith(Start, StringComparison.Ordinal))
        {
            return false;
        }

        var second = word.IndexOf('.') + 1;
        return second > 0 && word[second..].StartsWith(Start, StringComparison.Ordinal) && word[second..].Contains('.') && Chance.LooksRandom(word);
    }
}
