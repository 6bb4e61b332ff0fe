namespace Binex.Validation.Secrets;

/// <summary>The forms of keys and tokens.</summary>
internal static class SecretShapes
{
    // Longer beginnings come before shorter ones of the same letters.
    private static readonly (string Start, int Least, string Kind)[] Rows =
    [
        ("sk-ant-", 40, "a key of Anthropic"),
        ("sk-or-v1-", 40, "a key of OpenRouter"),
        ("sk-proj-", 40, "a key of OpenAI"),
        ("sk-svcacct-", 40, "a key of OpenAI"),
        ("sk-admin-", 40, "a key of OpenAI"),
        ("sk-", 35, "a key of OpenAI or of a service like it"),
        ("sk_live_", 24, "a key of Stripe"),
        ("rk_live_", 24, "a key of Stripe"),
        ("AIza", 39, "a key of Google"),
        ("AKIA", 20, "an access key of AWS"),
        ("ASIA", 20, "an access key of AWS"),
        ("ghp_", 40, "a token of GitHub"),
        ("gho_", 40, "a token of GitHub"),
        ("ghu_", 40, "a token of GitHub"),
        ("ghs_", 40, "a token of GitHub"),
        ("ghr_", 40, "a token of GitHub"),
        ("github_pat_", 60, "a token of GitHub"),
        ("glpat-", 26, "a token of GitLab"),
        ("xoxb-", 24, "a token of Slack"),
        ("xoxp-", 24, "a token of Slack"),
        ("xoxa-", 24, "a token of Slack"),
        ("xoxr-", 24, "a token of Slack"),
        ("xoxs-", 24, "a token of Slack"),
        ("xapp-", 24, "a token of Slack"),
        ("hf_", 34, "a token of Hugging Face"),
        ("gsk_", 50, "a key of Groq"),
        ("xai-", 60, "a key of xAI"),
        ("pplx-", 40, "a key of Perplexity"),
        ("npm_", 40, "a token of npm"),
        ("r8_", 37, "a token of Replicate"),
        ("SG.", 60, "a key of SendGrid"),
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
