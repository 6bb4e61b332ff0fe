namespace Binex.Core.Attachments;

/// <summary>How a model takes a file.</summary>
public enum AttachmentKind
{
    /// <summary>As a picture.</summary>
    Image,

    /// <summary>As a PDF document.</summary>
    Pdf,

    /// <summary>As text in the message.</summary>
    Text,
}
