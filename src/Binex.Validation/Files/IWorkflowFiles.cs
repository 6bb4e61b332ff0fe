namespace Binex.Validation.Files;

/// <summary>The files beside a workflow: prompts, schemas and attachments that it names with <c>file://</c>.</summary>
public interface IWorkflowFiles
{
    /// <summary>Reads a text file.</summary>
    /// <param name="path">Path as the workflow names it, with forward slashes, from the workflow's folder.</param>
    /// <param name="allowOutside">Whether the file may be outside the workflow's folder.</param>
    FileReading Read(string path, bool allowOutside);

    /// <summary>Reads a file of any kind.</summary>
    /// <param name="path">Path as the workflow names it, with forward slashes, from the workflow's folder.</param>
    /// <param name="allowOutside">Whether the file may be outside the workflow's folder.</param>
    /// <param name="maxBytes">The largest size that is read.</param>
    FileContent ReadBytes(string path, bool allowOutside, int maxBytes);
}
