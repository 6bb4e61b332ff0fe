namespace Binex.Core.Diagnostics;

/// <content>Findings about secrets, untrusted text and addresses.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>A secret is written in the file.</summary>
    public static readonly DiagnosticDescriptor SecretInFile = Objection("BNX4001", "A secret is written in the file",
        "A text has the form of a key, token or private key of a known kind. It is shown masked.") with { HidesText = true };

    /// <summary>A value looks like a secret.</summary>
    public static readonly DiagnosticDescriptor LikelySecret = Warning("BNX4002", "A value looks like a secret",
        "The value of a key that is named like a secret looks like one: long, without spaces and as if made by chance. It is "
        + "shown masked.") with { HidesText = true };

    /// <summary>Untrusted text reaches a command.</summary>
    public static readonly DiagnosticDescriptor UntrustedCommand = Warning("BNX4003", "Untrusted text reaches a command",
        "The command line of exec:// holds text that the author does not control, or a model writes what a shell runs.");

    /// <summary>Untrusted text reaches SQL.</summary>
    public static readonly DiagnosticDescriptor UntrustedSql = Warning("BNX4004", "Untrusted text reaches SQL",
        "An SQL statement is put together with text that the author does not control: a user variable, or what a model, a tool "
        + "or the web answered.");

    /// <summary>Untrusted text reaches a system prompt.</summary>
    public static readonly DiagnosticDescriptor UntrustedSystemPrompt = Information("BNX4005", "Untrusted text reaches a system prompt",
        "A system prompt holds text that the author does not control, and a model trusts its system prompt most.");

    /// <summary>A tool is granted but cannot be needed.</summary>
    public static readonly DiagnosticDescriptor UnneededTool = Warning("BNX4006", "A tool is granted but cannot be needed",
        "A tool is given to a node that asks no model or may not call tools, is listed twice, or an MCP server is declared that "
        + "no node uses.");

    /// <summary>Side effects can happen more than once.</summary>
    public static readonly DiagnosticDescriptor RepeatedSideEffects = Warning("BNX4007", "Side effects can happen more than once",
        "A node that changes the world is inside a loop or has more than one attempt.");

    /// <summary>An address is not encrypted.</summary>
    public static readonly DiagnosticDescriptor InsecureUrl = Warning("BNX4008", "An address is not encrypted",
        "A webhook, an MCP server or an endpoint of models in the public network has an http:// address.");

    /// <summary>An address is private.</summary>
    public static readonly DiagnosticDescriptor PrivateAddress = Information("BNX4009", "An address is private",
        "A URL leads to an address of a private network or of the machine itself, which is another one, or none, where the "
        + "workflow runs elsewhere.");

    /// <summary>An address serves the credentials of the machine.</summary>
    public static readonly DiagnosticDescriptor MetadataAddress = Warning("BNX4010", "An address serves the credentials of the machine",
        "A URL leads to the metadata service of a cloud, which gives the credentials of the machine to whoever asks.");

    private static DiagnosticDescriptor[] SecurityKinds() =>
    [
        SecretInFile, LikelySecret, UntrustedCommand, UntrustedSql, UntrustedSystemPrompt, UnneededTool, RepeatedSideEffects, InsecureUrl,
        PrivateAddress, MetadataAddress,
    ];
}
