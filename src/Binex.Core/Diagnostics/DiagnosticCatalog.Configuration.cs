namespace Binex.Core.Diagnostics;

/// <content>Findings about binex.yaml and about comments that suppress findings.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>The configuration names no kind of finding.</summary>
    public static readonly DiagnosticDescriptor UnknownConfiguredCode = Error("BNX1301", "The configuration names no kind of finding",
        "A key in diagnostics of binex.yaml is not the code of a finding.");

    /// <summary>The severity of this finding is fixed.</summary>
    public static readonly DiagnosticDescriptor FixedSeverity = Error("BNX1302", "The severity of this finding is fixed",
        "diagnostics in binex.yaml names a finding that means that nothing can run. It can neither be switched off nor be made milder.");

    /// <summary>A rate cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadRate = Error("BNX1303", "A rate cannot be read",
        "A rate is a whole number, a slash and a unit of time (s, m, h, d), such as 500/m.");

    /// <summary>Only the environment can be referred to here.</summary>
    public static readonly DiagnosticDescriptor ConfigurationReference = Error("BNX1304", "Only the environment can be referred to here",
        "A text in binex.yaml refers to something else than an environment variable, or has a '${' that begins no reference.");

    /// <summary>A key is written in the configuration.</summary>
    public static readonly DiagnosticDescriptor WrittenKey = Warning("BNX1305", "A key is written in the configuration",
        "api_key in binex.yaml is the key itself and not a reference to an environment variable.");

    /// <summary>The address of a provider is none.</summary>
    public static readonly DiagnosticDescriptor BadBaseUrl = Error("BNX1306", "The address of a provider is none",
        "base_url of a provider in binex.yaml does not begin with http:// or https://, or names no host.");

    /// <summary>A path leads out of the project.</summary>
    public static readonly DiagnosticDescriptor PatternOutside = Error("BNX1307", "A pattern leads out of the project",
        "A pattern in workflows of binex.yaml is an absolute path or has '..' in it. Patterns start from the folder of binex.yaml.");

    /// <summary>A share cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadShare = Error("BNX1308", "A share cannot be read",
        "A share is a number with a percent sign, such as 10%, or a plain number.");

    /// <summary>A comment suppresses a finding that does not exist.</summary>
    public static readonly DiagnosticDescriptor UnknownSuppressedCode = Warning("BNX1321", "A comment names no kind of finding",
        "A comment that suppresses findings names a code that no finding has.");

    /// <summary>A suppression has no reason.</summary>
    public static readonly DiagnosticDescriptor SuppressionWithoutReason = Warning("BNX1322", "A suppression has no reason",
        "A comment suppresses a finding without saying why. The finding is suppressed all the same.");

    /// <summary>A finding cannot be suppressed.</summary>
    public static readonly DiagnosticDescriptor FixedSuppression = Warning("BNX1323", "A finding cannot be suppressed",
        "A comment names a finding that means that nothing can run. The comment has no effect.");

    /// <summary>A suppression suppresses nothing.</summary>
    public static readonly DiagnosticDescriptor UnusedSuppression = Warning("BNX1324", "A suppression suppresses nothing",
        "A comment names a finding that is not there: not on the next line, or nowhere in the file. Comments about findings that "
        + "depend on the machine or the day, such as a key that is not set, are left alone.");

    /// <summary>A suppression cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadSuppression = Warning("BNX1325", "A suppression cannot be read",
        "A comment looks like one that suppresses findings, but its first word is not binex-disable or binex-disable-next-line, or no "
        + "code follows.");

    private static DiagnosticDescriptor[] ConfigurationKinds() =>
    [
        UnknownConfiguredCode, FixedSeverity, BadRate, ConfigurationReference, WrittenKey, BadBaseUrl, PatternOutside, BadShare,
        UnknownSuppressedCode, SuppressionWithoutReason, FixedSuppression, UnusedSuppression, BadSuppression,
    ];
}
