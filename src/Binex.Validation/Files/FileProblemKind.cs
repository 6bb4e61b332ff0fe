namespace Binex.Validation.Files;

/// <summary>Why a file cannot be used.</summary>
public enum FileProblemKind
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It is a folder.</summary>
    Folder,

    /// <summary>The system does not let it be read.</summary>
    Unreadable,

    /// <summary>It is outside the workflow's folder.</summary>
    Outside,

    /// <summary>It is too large.</summary>
    TooLarge,

    /// <summary>It is no text in UTF-8.</summary>
    NotText,
}
