namespace Binex.Cli.Editors;

/// <summary>A file of the project as the editor needs it.</summary>
/// <param name="Path">Its path from the working folder, with slashes.</param>
/// <param name="Before">Its text; null when there is no such file.</param>
/// <param name="After">The text that it must have.</param>
/// <param name="Note">Why it stays as it is although that is not what was asked for; null when there is nothing to say.</param>
internal sealed record InstalledFile(string Path, string? Before, string After, string? Note = null)
{
    /// <summary>Whether there is something to write.</summary>
    public bool IsChanged => Before != After;

    /// <summary>What happens to it, in a word.</summary>
    public string Action => Before is null ? "written" : IsChanged ? "changed" : "unchanged";
}
