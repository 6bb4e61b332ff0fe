using System.Text.Json;

namespace Binex.JsonSchema.Tests.Suite;

/// <summary>The official JSON Schema test suite, which lies beside the checkout and not in it.</summary>
internal static class OfficialSuite
{
    public const string Missing =
        "The official JSON Schema test suite is not here: there is no folder 'shared/json-schema-test-suite' beside the checkout, "
        + "and BINEX_SHARED names no folder that has it.";

    public static string? Folder { get; } = Find();

    public static IEnumerable<SuiteGroup> Read(string folder)
    {
        var root = Path.Combine(Folder!, "tests", folder);
        foreach (var file in Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var group in document.RootElement.Clone().EnumerateArray())
            {
                yield return new SuiteGroup(
                    Path.GetRelativePath(root, file),
                    group.GetProperty("description").GetString()!,
                    group.GetProperty("schema"),
                    [.. group.GetProperty("tests").EnumerateArray()]);
            }
        }
    }

    private static string? Find()
    {
        var places = new List<string>();
        if (Environment.GetEnvironmentVariable("BINEX_SHARED") is { Length: > 0 } shared)
        {
            places.Add(shared);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            places.Add(Path.Combine(folder.FullName, "shared"));
        }

        return places.Select(place => Path.Combine(place, "json-schema-test-suite")).FirstOrDefault(Directory.Exists);
    }
}
