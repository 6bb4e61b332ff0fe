using System.Text.Json;

namespace Binex.JsonSchema.Tests.Suite;

/// <summary>Serves the suite's remote schemas, as if from the server the suite speaks of.</summary>
internal sealed class SuiteRemotes : ISchemaResolver
{
    private const string Server = "http://localhost:1234/";

    public JsonElement? Resolve(Uri uri)
    {
        if (!uri.AbsoluteUri.StartsWith(Server, StringComparison.Ordinal))
        {
            return null;
        }

        var file = Path.Combine(OfficialSuite.Folder!, "remotes", uri.AbsoluteUri[Server.Length..]);
        return File.Exists(file) ? JsonElement.Parse(File.ReadAllBytes(file)) : null;
    }
}
