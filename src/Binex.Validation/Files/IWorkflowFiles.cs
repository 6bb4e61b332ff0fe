namespace Binex.Validation.Files;

/// <summary>The files beside a workflow: prompts and schemas that it names with <c>file://</c>.</summary>
public interface IWorkflowFiles
{
    /// <summary>Reads a text file.</summary>
    /// <param name="path">Path as the workflow names it, with forward slashes, from the workflow's folder.</param>
    /// <param name="allowOutside">Whether the file may be outside the workflow's folder.</param>
    FileReading Read(string path, bool allowOutside);
}
