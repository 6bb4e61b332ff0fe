using CsCheck;

namespace Binex.Core.Tests.Expressions;

/// <summary>Texts that look like templates and expressions more often than chance would have it.</summary>
internal static class RandomText
{
    private static readonly string[] Words =
    [
        "${", "}", "$", "$${", "${a.b}", "${user.x:-d}", "${a.b[0].c}", "${item}", ":-", ".", "[", "]", "(", ")", ",", "'", "\"", "\\", "\\n", "==", "!=", "<", "<=",
        ">", ">=", "=", "!", "&&", "||", "&", "|", " and ", " or ", "not ", " contains ", " in ", " matches ", " startsWith ", " endsWith ", "true", "false", "null",
        "length(", "lower(", "json(", "exists(", "lenght(", "3", "-1.5", "1e5", "3d", "bare word", "v1.2-rc", " ", "\n", "\t", "é", "😀", "\u0001", "#", "%",
    ];

    /// <summary>A text of such pieces.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(Gen.OneOf(Words), Gen.Char.AlphaNumeric.Select(c => c.ToString())).Array[0, 14].Select(string.Concat);
}
