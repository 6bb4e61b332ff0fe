namespace Binex.Validation.Documents;

/// <summary>How much a document may ask of the machine.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Levels of maps and lists.</summary>
    public const int MaxDepth = 100;

    /// <summary>Values and characters that all aliases of a document together stand for.</summary>
    public const long MaxExpansion = 2_000_000;
}
