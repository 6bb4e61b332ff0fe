using Binex.Core.Attachments;

namespace Binex.Core.Models;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said.</param>
public sealed record ChatMessage(ChatRole Role, string Text)
{
    /// <summary>Images and documents that are shown along with it. Text files are part of the text.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
