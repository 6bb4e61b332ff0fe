using Binex.JsonSchema;
using Binex.Validation.Schema;

namespace Binex.Validation.Configuration;

/// <summary>The published schema of <c>binex.yaml</c>, which is embedded in this assembly.</summary>
public static class ConfigurationSchema
{
    private static readonly EmbeddedSchema Schema = new("config.schema.json");

    /// <summary>The schema ready to validate; compiled when it is first asked for, which is never where a project has no such file.</summary>
    public static CompiledSchema Compiled => Schema.Compiled;
}
