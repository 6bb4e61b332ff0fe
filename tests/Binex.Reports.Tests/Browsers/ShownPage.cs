using System.Text.Json;
using Binex.Reports.Tests.Samples;
using Microsoft.Playwright;

namespace Binex.Reports.Tests.Browsers;

/// <summary>A page in the browser, and all that it did.</summary>
public sealed class ShownPage : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Workplace.PackageFile("axe-core", "axe.min.js")));

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];

    internal ShownPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _errors.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What the page had to complain of.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Everything that was asked for, the page itself included.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public ILocator this[string selector] => Page.Locator(selector);

    /// <summary>Whether the page is wider than its window.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

    /// <summary>Opens everything that is folded.</summary>
    public Task OpenAllAsync() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(it => { it.open = true; })");

    /// <summary>What axe-core finds wrong for people who see, hear or move otherwise; a line each.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        await Page.EvaluateAsync(Axe.Value);
        var violations = await Page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations)");
        return [.. violations.EnumerateArray().Select(it => $"{it.GetProperty("id")}: {it.GetProperty("help")}: {it.GetProperty("nodes")[0].GetProperty("html")} ({it.GetProperty("nodes")[0].GetProperty("failureSummary")})")];
    }

    /// <summary>Whether a thing lies in the window, its upper left corner at least.</summary>
    public async Task<bool> IsInSightAsync(string selector)
    {
        var box = await this[selector].First.BoundingBoxAsync();
        return box is not null && box.Y >= 0 && box.Y < Page.ViewportSize!.Height && box.X >= 0 && box.X < Page.ViewportSize.Width;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
