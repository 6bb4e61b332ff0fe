using Binex.Core.Diagnostics;
using Binex.Core.Prices;

namespace Binex.Validation.Rules.Models;

/// <summary>Finds the models that were probably meant by a name that the price book does not know.</summary>
/// <param name="prices">The price book.</param>
internal sealed class ModelHints(IPriceBook prices)
{
    private const int MostTold = 3;
    private const int ShortestPart = 5;

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>A question that names the nearest models, or null when none is near.</summary>
    /// <param name="model">The name.</param>
    public string? Of(string model)
    {
        if (!_known.TryGetValue(model, out var hint))
        {
            _known[model] = hint = Spelling.Hint(model, prices.Models) ?? ByPart(model);
        }

        return hint;
    }

    // 'claude-3.5-haiku' is no typing mistake of 'claude-3-5-haiku-20241022', but means it.
    private string? ByPart(string model)
    {
        var part = Plain(model);
        if (part.Length < ShortestPart)
        {
            return null;
        }

        var near = prices.Models.Where(name => Plain(name).Contains(part, StringComparison.Ordinal))
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Take(MostTold).Select(name => $"'{name}'").ToList();
        return near.Count == 0 ? null : $"did you mean {string.Join(" or ", near)}?";
    }

    private static string Plain(string name) => name.ToLowerInvariant().Replace('.', '-').Replace('_', '-').Replace(' ', '-');
}
