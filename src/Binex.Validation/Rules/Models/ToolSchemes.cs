namespace Binex.Validation.Rules.Models;

/// <summary>The kinds of tools.</summary>
internal static class ToolSchemes
{
    /// <summary>What may stand before <c>://</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["builtin", "mcp", "python", "dotnet", "exec", "workflow"];

    /// <summary>What <c>builtin://</c> knows.</summary>
    public static IReadOnlyList<string> Builtins { get; } =
    [
        "calculator", "dice_roll", "fetch_url", "http_request", "web_search", "read_file", "write_file", "shell_command", "json_parse", "random_choice",
    ];
}
