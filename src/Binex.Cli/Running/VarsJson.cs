using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Cli.Running;

/// <summary>Writes variables without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class VarsJson : JsonSerializerContext;
