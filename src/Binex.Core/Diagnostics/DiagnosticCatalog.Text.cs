namespace Binex.Core.Diagnostics;

/// <content>Findings about the text of a file and its schema.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>The file cannot be read.</summary>
    public static readonly DiagnosticDescriptor FileUnreadable = Error("BNX1001", "The file cannot be read",
        "The path names no file, a folder, or a file that the system does not let be read.");

    /// <summary>The file is too large.</summary>
    public static readonly DiagnosticDescriptor FileTooLarge = Error("BNX1002", "The file is too large",
        "A workflow file has at most 5 MB. Larger files are refused before they are read.");

    /// <summary>The file is not text in UTF-8.</summary>
    public static readonly DiagnosticDescriptor NotText = Error("BNX1003", "The file is not text in UTF-8",
        "The file holds zero bytes, bytes that are not UTF-8, a UTF-16 byte order mark, or an escape that makes half of a "
        + "character.");

    /// <summary>The file is empty.</summary>
    public static readonly DiagnosticDescriptor EmptyDocument = Error("BNX1004", "The file is empty",
        "The file has nothing in it but blanks and comments.");

    /// <summary>The text is not YAML.</summary>
    public static readonly DiagnosticDescriptor YamlSyntax = Error("BNX1005", "The text is not YAML",
        "The YAML reader cannot go on from this place. The usual causes are tabs, an indentation that fits nothing above, a quote "
        + "or bracket that is not closed, and a value with ': ' in it that is not in quotes.");

    /// <summary>The text is not JSON.</summary>
    public static readonly DiagnosticDescriptor JsonSyntax = Error("BNX1006", "The text is not JSON",
        "A file that ends in .json is read as strict JSON, without comments, trailing commas or single quotes.");

    /// <summary>A key is written twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = Error("BNX1007", "A key is written twice",
        "A map has the same key twice. The finding names both places.");

    /// <summary>The file holds several documents.</summary>
    public static readonly DiagnosticDescriptor SeveralDocuments = Error("BNX1008", "The file holds several documents",
        "A second YAML document begins at '---' or after '...'. A file holds one workflow.");

    /// <summary>The document is not a map.</summary>
    public static readonly DiagnosticDescriptor RootNotMap = Error("BNX1009", "The document is not a map",
        "A workflow is a map of keys such as name and nodes, but the document is a list or a single value.");

    /// <summary>The document is nested too deep.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Error("BNX1010", "The document is nested too deep",
        "Maps and lists are nested deeper than 100 levels.");

    /// <summary>The aliases expand too far.</summary>
    public static readonly DiagnosticDescriptor TooMuchExpansion = Error("BNX1011", "The aliases expand too far",
        "All aliases of the document together stand for more than two million values and characters.");

    /// <summary>An alias has nothing to stand for.</summary>
    public static readonly DiagnosticDescriptor BadAlias = Error("BNX1012", "An alias has nothing to stand for",
        "No anchor of this name comes before the alias, or the alias stands inside its own anchor.");

    /// <summary>A merge key has no map.</summary>
    public static readonly DiagnosticDescriptor BadMergeKey = Error("BNX1013", "A merge key has no map",
        "The key '<<' takes a map, or a list of maps, whose entries it adds.");

    /// <summary>A tag is not known or does not fit.</summary>
    public static readonly DiagnosticDescriptor BadTag = Error("BNX1014", "A tag is not known or does not fit",
        "A workflow knows the tags !!str, !!int, !!float, !!bool, !!null, !!map and !!seq, and the value must fit its tag.");

    /// <summary>A key is not a text.</summary>
    public static readonly DiagnosticDescriptor BadKey = Error("BNX1015", "A key is not a text",
        "A key is a list, a map or empty.");

    /// <summary>A number is not finite.</summary>
    public static readonly DiagnosticDescriptor NotFinite = Error("BNX1016", "A number is not finite",
        ".inf and .nan are numbers in YAML, but not in JSON, and mean nothing in a workflow.");

    /// <summary>The file has an unknown suffix.</summary>
    public static readonly DiagnosticDescriptor UnknownSuffix = Error("BNX1017", "The file has an unknown suffix",
        "A workflow file ends in .yaml, .yml or .json.");

    /// <summary>There is no such key.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = Error("BNX1101", "There is no such key",
        "The map has a key that the format does not know here. Names close to it are suggested. Keys that begin with 'x-' are free "
        + "at the root and in nodes.");

    /// <summary>A value has the wrong type.</summary>
    public static readonly DiagnosticDescriptor WrongType = Error("BNX1102", "A value has the wrong type",
        "The key takes another type of value, for example a number where a text is written, or a text where a list belongs.");

    /// <summary>A key is missing.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Error("BNX1103", "A key is missing",
        "The map lacks a key that it must have.");

    /// <summary>The value is none of those allowed.</summary>
    public static readonly DiagnosticDescriptor ValueNotAllowed = Error("BNX1104", "The value is none of those allowed",
        "The key takes one of a few values, and this is none of them. Values close to it are suggested.");

    /// <summary>A value is out of range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error("BNX1105", "A value is out of range",
        "A number is too small or too large, a text too short, or a list or map too small.");

    /// <summary>The document breaks the schema.</summary>
    public static readonly DiagnosticDescriptor SchemaViolation = Error("BNX1106", "The document breaks the schema",
        "The value is not what schemas/v1/workflow.schema.json asks for, in a way that has no code of its own.");

    /// <summary>A duration cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadDuration = Error("BNX1107", "A duration cannot be read",
        "A duration is a number with the unit ms, s, m or h, such as 30s or 1.5m, or a plain number of milliseconds; and it is at "
        + "most 24 days.");

    /// <summary>The version of the format is not supported.</summary>
    public static readonly DiagnosticDescriptor UnsupportedVersion = Error("BNX1108", "The version of the format is not supported",
        "The document says that it is written for a version of the format that this Binex does not know.");

    /// <summary>No attempt is left.</summary>
    public static readonly DiagnosticDescriptor OddAttempts = Warning("BNX1109", "No attempt is left",
        "max_retries is the number of attempts in all, as in Python Binex, and it is less than 1. It counts as 1.");

    /// <summary>A key has no effect.</summary>
    public static readonly DiagnosticDescriptor KeyWithoutEffect = Warning("BNX1110", "A key has no effect",
        "Two keys of one map say the same thing, or one makes the other pointless; one of them is not looked at.");

    /// <summary>A variable does not agree with itself.</summary>
    public static readonly DiagnosticDescriptor BadVariable = Error("BNX1111", "A variable does not agree with itself",
        "The default is not of the variable's type or not among the values of its enum, or a value of the enum is not of its type.");

    /// <summary>A setting is not known.</summary>
    public static readonly DiagnosticDescriptor UnknownSetting = Warning("BNX1112", "A setting is not known",
        "config has a key that llm:// agents do not look at.");

    /// <summary>Part of a sentence is a comment.</summary>
    public static readonly DiagnosticDescriptor CommentInText = Warning("BNX1113", "Part of a sentence is a comment",
        "In a value without quotes, a '#' after a blank begins a comment. Here no blank follows the '#', as in 'issue #12', so "
        + "it is probably meant as text.");

    /// <summary>A key has a new name.</summary>
    public static readonly DiagnosticDescriptor DeprecatedKey = Information("BNX1114", "A key has a new name",
        "The key is one of Python Binex. It is still read with the same meaning, but has a successor or is not needed any more.");

    /// <summary>Nothing is written under a key.</summary>
    public static readonly DiagnosticDescriptor NothingWritten = Warning("BNX1115", "Nothing is written under a key",
        "The key has an empty map or nothing at all after it, which is as if it were left out. What belongs to it may not be "
        + "indented deep enough.");

    /// <summary>A reference is not resolved here.</summary>
    public static readonly DiagnosticDescriptor UnresolvedReference = Warning("BNX1116", "A reference is not resolved here",
        "References are resolved in prompts, inputs, conditions, the address and key of an endpoint, and the outputs of the "
        + "workflow. In other keys they stay as they are written.");

    /// <summary>The agent reads no prompt.</summary>
    public static readonly DiagnosticDescriptor UnreadPrompt = Warning("BNX1117", "The agent reads no prompt",
        "prompt and system_prompt are for models and people. local:// agents look at their inputs and at upstream outputs "
        + "alone.");

    /// <summary>A file that the workflow names cannot be read.</summary>
    public static readonly DiagnosticDescriptor NamedFileUnreadable = Error("BNX1201", "A file that the workflow names cannot be read",
        "The file after file:// is missing, is a folder or cannot be read; or it is a prompt or schema that is larger than 5 MB or "
        + "no UTF-8 text.");

    /// <summary>A file is outside the workflow's folder.</summary>
    public static readonly DiagnosticDescriptor NamedFileOutside = Error("BNX1202", "A file is outside the workflow's folder",
        "The path after file:// leads out of the workflow's folder, by '..', as an absolute path or through a symbolic link.");

    /// <summary>An output schema is not a JSON Schema.</summary>
    public static readonly DiagnosticDescriptor BadOutputSchema = Error("BNX1203", "An output schema is not a JSON Schema",
        "output_schema is no valid JSON Schema (draft 2020-12 or draft-07), or the file that holds it cannot be parsed.");

    /// <summary>No file is read here.</summary>
    public static readonly DiagnosticDescriptor FileNotRead = Warning("BNX1204", "No file is read here",
        "A text begins with file:// where texts are passed on as they are: in inputs, or as the default of a variable.");

    /// <summary>A prompt is empty.</summary>
    public static readonly DiagnosticDescriptor EmptyPrompt = Warning("BNX1205", "A prompt is empty",
        "The prompt, or the file that it names, has nothing in it but blanks.");

    /// <summary>No workflow names a prompt file.</summary>
    public static readonly DiagnosticDescriptor UnusedPromptFile = Information("BNX1206", "No workflow names a prompt file",
        "The file lies beside prompt files that the checked workflows name, but none of them names it. Looked for where whole folders "
        + "or the workflows of binex.yaml are checked, and none of them has an error.");

    /// <summary>This cannot be attached.</summary>
    public static readonly DiagnosticDescriptor NotAttachable = Error("BNX1207", "This cannot be attached",
        "An attachment names no file, or one that models do not take: it is empty, broken, of another kind than its name says, no "
        + "image (PNG, JPEG, GIF, WebP), PDF or text in UTF-8, or the files of the node have more than 20 MB together.");

    /// <summary>What is attached is not known before the run.</summary>
    public static readonly DiagnosticDescriptor AttachmentNotKnown = Error("BNX1208", "What is attached is not known before the run",
        "The path of an attachment holds a reference to something else than a variable of the workflow.");

    private static DiagnosticDescriptor[] TextKinds() =>
    [
        FileUnreadable, FileTooLarge, NotText, EmptyDocument, YamlSyntax, JsonSyntax, DuplicateKey, SeveralDocuments, RootNotMap,
        TooDeep, TooMuchExpansion, BadAlias, BadMergeKey, BadTag, BadKey, NotFinite, UnknownSuffix, UnknownKey, WrongType, MissingKey,
        ValueNotAllowed, OutOfRange, SchemaViolation, BadDuration, UnsupportedVersion, OddAttempts, KeyWithoutEffect, BadVariable,
        UnknownSetting, CommentInText, DeprecatedKey, NothingWritten, UnresolvedReference, UnreadPrompt, NamedFileUnreadable,
        NamedFileOutside, BadOutputSchema, FileNotRead, EmptyPrompt, UnusedPromptFile, NotAttachable, AttachmentNotKnown,
    ];
}
