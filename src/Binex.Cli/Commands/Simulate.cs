namespace Binex.Cli.Commands;

/// <summary>The option <c>--simulate</c>, whose value may be left out.</summary>
internal static class Simulate
{
    public const string Option = "--simulate";

    /// <summary>
    /// The arguments with <c>--simulate a=b</c> written as <c>--simulate=a=b</c>: the parser takes an optional value only when it is
    /// joined, and a workflow after a bare <c>--simulate</c> must stay what it is.
    /// </summary>
    public static string[] JoinValue(string[] args)
    {
        var at = Array.IndexOf(args, Option);
        return at >= 0 && at + 1 < args.Length && IsSettings(args[at + 1])
            ? [.. args[..at], $"{Option}={args[at + 1]}", .. args[(at + 2)..]]
            : args;
    }

    private static bool IsSettings(string text) => !text.StartsWith('-')
        && text.Contains('=', StringComparison.Ordinal)
        && Path.GetExtension(text).ToLowerInvariant() is not (".yaml" or ".yml" or ".json");
}
