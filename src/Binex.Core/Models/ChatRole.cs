namespace Binex.Core.Models;

/// <summary>Who says a message.</summary>
public enum ChatRole
{
    /// <summary>The one who sets the task.</summary>
    System,

    /// <summary>The one who asks.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,
}
