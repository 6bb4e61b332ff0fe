using System.Text.Json;

namespace Binex.JsonSchema.Tests.Suite;

/// <summary>How many tests of a folder of the suite were passed, and which were not.</summary>
internal sealed record SuiteScore(int Total, IReadOnlyList<string> Failures)
{
    public int Passed => Total - Failures.Count;

    public static SuiteScore Of(IEnumerable<SuiteGroup> groups, SchemaDialect dialect, bool assertFormat)
    {
        var total = 0;
        var failures = new List<string>();
        var options = new SchemaOptions { DefaultDialect = dialect, AssertFormat = assertFormat, Resolver = new SuiteRemotes() };
        foreach (var group in groups)
        {
            total += group.Tests.Count;
            var compilation = SchemaCompiler.Compile(group.Schema, options);
            foreach (var test in group.Tests)
            {
                if (Check(compilation, test) is { } problem)
                {
                    failures.Add($"{group.File}: {group.Description}: {test.GetProperty("description").GetString()}: {problem}");
                }
            }
        }

        return new SuiteScore(total, failures);
    }

    private static string? Check(SchemaCompilation compilation, JsonElement test)
    {
        if (!compilation.IsValid)
        {
            return $"does not compile: {compilation.Errors[0]}";
        }

        var data = test.GetProperty("data");
        var expected = test.GetProperty("valid").GetBoolean();
        var errors = compilation.Schema.Validate(data);
        var valid = compilation.Schema.IsValid(data);
        if (valid != (errors.Count == 0))
        {
            return "IsValid and Validate disagree";
        }

        return valid == expected ? null : $"expected {(expected ? "valid" : "invalid")}{(errors.Count > 0 ? $", got {errors[0]}" : "")}";
    }
}
