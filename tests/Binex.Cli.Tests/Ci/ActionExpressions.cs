using System.Text.RegularExpressions;

namespace Binex.Cli.Tests.Ci;

/// <summary>The few expressions of GitHub Actions that <c>action.yml</c> uses: names, texts, <c>==</c>, <c>!=</c> and <c>||</c>.</summary>
internal sealed partial class ActionExpressions(Func<string, string> valueOf)
{
    /// <summary>A text with what stands in <c>${{ }}</c> replaced.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => Value(match.Groups[1].Value));

    /// <summary>Whether a condition holds.</summary>
    public bool Holds(string condition) => Value(condition) is not ("" or "false");

    private string Value(string expression)
    {
        if (expression.Split("||") is { Length: > 1 } choices)
        {
            return choices.Select(Value).FirstOrDefault(value => value.Length > 0) ?? "";
        }

        foreach (var (sign, isSame) in new[] { ("==", true), ("!=", false) })
        {
            if (expression.Split(sign) is [var left, var right])
            {
                return Value(left) == Value(right) == isSame ? "true" : "false";
            }
        }

        var term = expression.Trim();
        return term.StartsWith('\'') ? term.Trim('\'') : valueOf(term);
    }

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();
}
