using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Cli.Running;

/// <summary>Writes and reads <see cref="RunOptions"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RunOptions))]
internal sealed partial class RunOptionsJson : JsonSerializerContext
{
    public static JsonElement Write(RunOptions options) => JsonSerializer.SerializeToElement(options, Default.RunOptions);

    /// <summary>The options; null when the value is none.</summary>
    public static RunOptions? Read(JsonElement value)
    {
        try
        {
            return value.Deserialize(Default.RunOptions);
        }
        catch (JsonException)
        {
            // Somebody has changed the file; the caller says so.
            return null;
        }
    }
}
