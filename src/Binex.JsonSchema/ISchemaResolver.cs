using System.Text.Json;

namespace Binex.JsonSchema;

/// <summary>Hands out the schemas that a <c>$ref</c> or <c>$schema</c> names and that are neither embedded nor built in.</summary>
/// <remarks>The compiler itself never touches the disk or the network: what a resolver does not know does not exist.</remarks>
public interface ISchemaResolver
{
    /// <summary>Finds a schema document.</summary>
    /// <param name="uri">An absolute URI without a fragment.</param>
    /// <returns>The document, or null where there is none of that name; the compiler reports that as an error.</returns>
    JsonElement? Resolve(Uri uri);
}
