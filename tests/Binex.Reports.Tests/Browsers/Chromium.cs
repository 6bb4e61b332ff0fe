using Binex.Reports.Tests.Samples;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Binex.Reports.Tests.Browsers.Chromium))]

namespace Binex.Reports.Tests.Browsers;

/// <summary>One browser for all tests: Debian's chromium, without a window and without a network.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("binex-pages-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Workplace.Program("chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"],
        });
    }

    /// <summary>Shows a page, and watches for all that it does.</summary>
    public async Task<ShownPage> ShowAsync(string html, ShowOptions? options = null)
    {
        options ??= new ShowOptions();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = options.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(10_000);
        var page = await context.NewPageAsync();
        var file = Path.Combine(_folder, $"{Guid.NewGuid():n}.html");
        await File.WriteAllTextAsync(file, html);
        var shown = new ShownPage(context, page);
        if (options.Policy is { } policy)
        {
            await page.RouteAsync("http://server.test/**", route => route.FulfillAsync(new RouteFulfillOptions
            {
                Body = html,
                ContentType = "text/html; charset=utf-8",
                Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
            }));
        }

        await page.GotoAsync((options.Policy is null ? new Uri(file).AbsoluteUri : "http://server.test/report.html") + options.Fragment);
        return shown;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
