using Binex.Core.Prices;

namespace Binex.Models.Prices;

/// <summary>
/// The price table that ships with Binex, with the user's prices on top.
/// <para>
/// A name is looked up as it stands, then under the other ways to write its provider (<c>openai/gpt-4o</c> is <c>gpt-4o</c>,
/// <c>google/gemini-…</c> is <c>gemini/gemini-…</c>), then without a date or <c>latest</c> at its end, then as the dated versions
/// of it when they all cost the same. Nothing looser: a model of which this is not known has no price.
/// </para>
/// Safe to use from any thread.
/// </summary>
public sealed class PriceBook : IPriceBook
{
    /// <summary>Makers whose own models are known by their names alone.</summary>
    private static readonly string[] FirstParties = ["gemini", "mistral", "deepseek", "xai"];

    private readonly Lazy<PriceTable> _table;
    private readonly Lazy<string> _sha256;
    private readonly Dictionary<string, ModelPrice> _overrides;
    private readonly Dictionary<string, ModelPrice?> _found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The table that ships with Binex.</summary>
    /// <param name="overrides">
    /// The user's prices by name; what they leave open (provider, limits, features) is taken from the table. Null for none.
    /// </param>
    public PriceBook(IReadOnlyDictionary<string, ModelPrice>? overrides = null)
        : this(PriceTable.Embedded, overrides)
    {
    }

    /// <summary>Another table.</summary>
    /// <param name="table">Loads the table, once, when it is first needed.</param>
    /// <param name="overrides">The user's prices by name.</param>
    internal PriceBook(Func<PriceTable> table, IReadOnlyDictionary<string, ModelPrice>? overrides)
    {
        _table = new Lazy<PriceTable>(table);
        _sha256 = new Lazy<string>(() => _table.Value.Sha256());
        _overrides = new Dictionary<string, ModelPrice>(overrides ?? new Dictionary<string, ModelPrice>(), StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public DateOnly AsOf => _table.Value.AsOf;

    /// <inheritdoc/>
    public string Sha256 => _sha256.Value;

    /// <summary>Where the list prices come from.</summary>
    public PriceOrigin Origin => _table.Value.Origin;

    /// <summary>Every price, the user's own before those of the table.</summary>
    public IEnumerable<ModelPrice> ListPrices => _overrides.Values.Concat(_table.Value.All.Where(price => !_overrides.ContainsKey(price.Model)));

    /// <inheritdoc/>
    public IEnumerable<string> Models =>
        _overrides.Keys.Concat(_table.Value.NamesFrom("").Where(name => !_overrides.ContainsKey(name)));

    /// <inheritdoc/>
    public ModelPrice? Find(string model)
    {
        lock (_found)
        {
            if (!_found.TryGetValue(model, out var price))
            {
                _found[model] = price = Search(model);
            }

            return price;
        }
    }

    private ModelPrice? Search(string model)
    {
        if (BySpelling(model) is { } price)
        {
            return price;
        }

        if (ModelNames.SaysFree(model))
        {
            return Free(model);
        }

        if (ModelNames.FineTunedBase(model) is { } fineTuned)
        {
            return Search(fineTuned);
        }

        return ModelNames.Undated(model) is { } undated ? BySpelling(undated) ?? ByDatedVersions(undated) : ByDatedVersions(model);
    }

    private ModelPrice? BySpelling(string model)
    {
        ModelPrice? listed = null;
        ModelPrice? overriding = null;
        foreach (var spelling in Spellings(model))
        {
            var entry = Listed(spelling.Name, spelling.Provider);
            listed ??= entry;
            if (overriding is null && _overrides.TryGetValue(spelling.Name, out var own)
                && (spelling.Provider is null || entry is not null || ModelNames.IsProvider(own.Provider, spelling.Provider)))
            {
                overriding = own;
            }
        }

        return overriding is null ? listed : Complete(overriding, listed);
    }

    /// <summary>
    /// Every way to write a name that means the same model of the same provider. The first one is the name itself; where a
    /// provider stands beside a name, only an entry of that provider is meant.
    /// </summary>
    private IEnumerable<(string Name, string? Provider)> Spellings(string model)
    {
        yield return (model, null);
        var (provider, name) = ModelNames.Split(model);
        if (provider is not null)
        {
            var known = ModelNames.Provider(provider);
            if (!string.Equals(known, provider, StringComparison.OrdinalIgnoreCase))
            {
                yield return ($"{known}/{name}", null);
            }

            yield return (name, known);
        }
        else if (_table.Value.Find(model) is { } listed)
        {
            yield return ($"{listed.Provider}/{model}", null);
        }
        else
        {
            var makers = FirstParties.Select(maker => $"{maker}/{model}").Where(written => _table.Value.Find(written) is not null).ToList();
            if (makers.Count == 1)
            {
                yield return (makers[0], null);
            }
        }
    }

    private ModelPrice? ByDatedVersions(string undated)
    {
        ModelPrice? agreed = null;
        foreach (var (spelling, provider) in Spellings(undated))
        {
            foreach (var name in _table.Value.NamesFrom(spelling))
            {
                if (!string.Equals(ModelNames.Undated(name), spelling, StringComparison.OrdinalIgnoreCase)
                    || Listed(name, provider) is not { } price)
                {
                    continue;
                }

                if (agreed is not null && !CostsTheSame(agreed, price))
                {
                    return null;
                }

                agreed = price;
            }
        }

        return agreed;
    }

    private ModelPrice? Listed(string name, string? provider) =>
        _table.Value.Find(name) is { } price && (provider is null || ModelNames.IsProvider(price.Provider, provider)) ? price : null;

    private static bool CostsTheSame(ModelPrice a, ModelPrice b) =>
        a.Rates == b.Rates && a.PerRequest == b.PerRequest && a.Tiers.SequenceEqual(b.Tiers);

    private static ModelPrice Complete(ModelPrice own, ModelPrice? listed) => listed is null
        ? own with { Provider = own.Provider.Length > 0 ? own.Provider : own.Model }
        : own with
        {
            Provider = own.Provider.Length > 0 ? own.Provider : listed.Provider,
            MaxInputTokens = own.MaxInputTokens ?? listed.MaxInputTokens,
            MaxOutputTokens = own.MaxOutputTokens ?? listed.MaxOutputTokens,
            Features = own.Features.Count == 0 ? listed.Features : own.Features,
            CachesOnlyOnRequest = own.CachesOnlyOnRequest || listed.CachesOnlyOnRequest,
            Deprecated = own.Deprecated ?? listed.Deprecated,
        };

    private static ModelPrice Free(string model) =>
        new(model, ModelNames.Split(model).Provider is { } provider ? ModelNames.Provider(provider) : "", new PriceRates(0, 0));
}
