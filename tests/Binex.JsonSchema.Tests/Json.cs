using CsCheck;

namespace Binex.JsonSchema.Tests;

/// <summary>Generators of JSON text.</summary>
internal static class Json
{
    /// <summary>Small values of every type, out of few names and numbers, so that many are equal or nearly so.</summary>
    public static Gen<string> Value { get; } = Gen.Recursive<string>((depth, inner) => depth > 2 ? Scalar : Gen.OneOf(
        Scalar,
        inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
        Gen.Select(Name, inner).Array[0, 3].Select(Object)));

    private static Gen<string> Scalar => Gen.OneOf(
        "null", "true", "false", "0", "1", "1.0", "-1", "2.5", "10", "1e1", "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"\\u0061\"", "\"2024-01-01\"");

    private static Gen<string> Name => Gen.OneOf("a", "b", "c");

    private static string Object((string Name, string Value)[] members) =>
        $"{{{string.Join(',', members.DistinctBy(member => member.Name).Select(member => $"\"{member.Name}\":{member.Value}"))}}}";
}
