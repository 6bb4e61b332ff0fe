using System.Security.Cryptography;
using System.Text;
using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>The style and the script of every page, and the policy that lets a browser take these two and nothing else.</summary>
internal static class PageAssets
{
    private static readonly Lazy<ScriptObject> Lazily = new(Build);

    /// <summary>What templates see of them.</summary>
    public static ScriptObject View => Lazily.Value;

    private static ScriptObject Build()
    {
        var (css, js) = (ReportTemplates.Css, ReportTemplates.Script);
        return new ScriptObject
        {
            ["css"] = new Markup(css),
            ["js"] = new Markup(js),
            ["policy"] = new Markup($"default-src 'none'; style-src '{Hash(css)}'; script-src '{Hash(js)}'; base-uri 'none'; form-action 'none'"),
        };
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
