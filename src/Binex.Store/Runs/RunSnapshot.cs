using System.Text.Json;

namespace Binex.Store.Runs;

/// <summary>What a run was started with, so that going on with it reads nothing outside its folder.</summary>
/// <param name="SourcePath">Path of the workflow, as the user gave it.</param>
/// <param name="Workflow">Bytes of the workflow's file.</param>
public sealed record RunSnapshot(string SourcePath, ReadOnlyMemory<byte> Workflow)
{
    /// <summary>Texts of the prompts and schemas that the workflow names, by relative path. The paths are looked up here, never opened.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Hashes of the files that nodes attach, by the path that the workflow gives; the bytes are artifacts.</summary>
    public IReadOnlyDictionary<string, string> Attachments { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of the user variables by name. Secret ones must be left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> Vars { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What else the command was given; an object that the command line reads back itself.</summary>
    public JsonElement Options { get; init; } = JsonElement.Parse("{}"u8);
}
