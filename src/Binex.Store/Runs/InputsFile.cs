using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Store.Runs;

/// <summary>The content of <c>inputs.json</c>.</summary>
/// <param name="V">The file's format.</param>
/// <param name="SourcePath">Path of the workflow, as the user gave it.</param>
/// <param name="Files">Texts by relative path.</param>
/// <param name="Vars">Values by name.</param>
/// <param name="Options">What else the command was given.</param>
internal sealed record InputsFile(
    [property: JsonRequired] int V,
    string SourcePath,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, JsonElement> Vars,
    JsonElement Options)
{
    /// <summary>Hashes of attached files by path; empty in files that know of none.</summary>
    public IReadOnlyDictionary<string, string> Attachments { get; init; } = new Dictionary<string, string>();
}
