using System.Reflection;
using System.Text.RegularExpressions;
using Binex.Core.Diagnostics;

namespace Binex.Validation.Tests;

/// <summary>The catalogue, the pages of the documentation and the code agree; and the examples on the pages do what the pages say.</summary>
public sealed partial class CatalogTests
{
    private static readonly string Pages = Repository.PathOf("docs", "diagnostics");

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(kind => kind.Code)];

    [Fact]
    public void All_HoldsEveryField_InOrderOfCode()
    {
        var fields = typeof(DiagnosticCatalog).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null));

        DiagnosticCatalog.All.ShouldBe(fields.Cast<DiagnosticDescriptor>(), ignoreOrder: true);
        DiagnosticCatalog.All.Select(kind => kind.Code).ShouldBeInOrder();
        DiagnosticCatalog.All.ShouldAllBe(kind => Code().IsMatch(kind.Code));
        DiagnosticCatalog.All.DistinctBy(kind => kind.Code).Count().ShouldBe(DiagnosticCatalog.All.Count);
    }

    [Theory]
    [InlineData("BNX1101")]
    [InlineData("bnx1101")]
    public void Find_InAnyCase_FindsKind(string code) => DiagnosticCatalog.Find(code).ShouldBe(DiagnosticCatalog.UnknownKey);

    [Fact]
    public void Find_UnknownCode_IsNull() => DiagnosticCatalog.Find("BNX0000").ShouldBeNull();

    [Fact]
    public void Pages_AreThoseOfTheCatalogue() => Directory.GetFiles(Pages, "*.md").Select(Path.GetFileNameWithoutExtension)
        .ShouldBe(DiagnosticCatalog.All.Select(kind => kind.Code).Append("index"), ignoreOrder: true);

    [Fact]
    public void Index_ListsEveryKind()
    {
        var index = Path.Combine(Pages, "index.md");
        var rows = DiagnosticCatalog.All.Select(kind => $"| [{kind.Code}]({kind.Code}.md) | {kind.Severity.ToString().ToLowerInvariant()} | {kind.Title} |\n");
        var text = $"# Findings\n\nEverything that `dotnet binex validate` can say, by code. `dotnet binex explain CODE` prints a page.\n\n| code | severity | about |\n|---|---|---|\n{string.Concat(rows)}";
        if (Repository.Rewrites)
        {
            File.WriteAllText(index, text);
        }

        File.ReadAllText(index).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_SaysWhatTheCatalogueSays(string code)
    {
        var kind = DiagnosticCatalog.Find(code)!;
        var page = PageOf(code);

        page.ShouldStartWith($"# {code}: {kind.Title}\n\nSeverity: {kind.Severity.ToString().ToLowerInvariant()}\n\n{kind.Explanation}\n");
        page.ShouldContain("\n## Why it matters\n");
        page.ShouldContain("\n## Example\n");
        page.ShouldContain("\n## Fix\n");
        page.ShouldEndWith(kind.IsOptional
            ? $"\n## Switch it off\n\nFor one line, write a comment above it: `# binex-disable-next-line {code} REASON`. For a file: `# binex-disable {code} REASON`.\n"
                + $"For the whole project, in `binex.yaml`: `diagnostics: {{ {code}: off }}`; another severity instead of `off` changes how much it counts.\n"
            : "\n## Switch it off\n\nThis cannot be switched off: nothing can run before it is mended.\n");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_ExampleHasTheFinding_AndTheFixHasNone(string code)
    {
        var page = PageOf(code);
        var split = page.IndexOf("\n## Fix\n", StringComparison.Ordinal);

        foreach (Match example in Yaml().Matches(page[..split]))
        {
            CodesOf(example.Groups["text"].Value, code).Distinct().ShouldBe([code]);
        }

        foreach (Match fix in Yaml().Matches(page[split..]))
        {
            CodesOf(fix.Groups["text"].Value, code).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Kinds_AreAllUsed()
    {
        var code = string.Concat(Directory.GetFiles(Repository.PathOf("src", "Binex.Validation"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var fields = typeof(DiagnosticCatalog).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name);

        fields.Where(field => !code.Contains($"DiagnosticCatalog.{field}", StringComparison.Ordinal)).ShouldBe([nameof(DiagnosticCatalog.InternalError)]);
    }

    // An example of a configuration says so in its first line. A page may show what can be checked before it can be run.
    private static IEnumerable<string> CodesOf(string text, string code)
    {
        var codes = text.StartsWith("# binex.yaml\n", StringComparison.Ordinal)
            ? Loading.Configuration(text).Diagnostics.Select(diagnostic => diagnostic.Code)
            : Loading.Load(text).Codes();
        return codes.Where(found => found == code || found != DiagnosticCatalog.NotSupportedYet.Code);
    }

    private static string PageOf(string code) => File.ReadAllText(Path.Combine(Pages, $"{code}.md"));

    [GeneratedRegex("^BNX[1-59][0-9]{3}$")]
    private static partial Regex Code();

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
