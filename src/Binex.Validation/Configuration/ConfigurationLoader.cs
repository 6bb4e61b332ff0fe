using Binex.Core.Text;
using Binex.Validation.Documents;
using Binex.Validation.Files;
using Binex.Validation.Rules;
using Binex.Validation.Rules.Text;
using Binex.Validation.Schema;
using Binex.Validation.Suppressions;

namespace Binex.Validation.Configuration;

/// <summary>Turns the text of a <c>binex.yaml</c> into findings and what it says.</summary>
public static class ConfigurationLoader
{
    /// <summary>Loads a configuration from a file. Never fails: what is wrong is in the result.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="shown">Path for messages.</param>
    public static ConfigurationResult Load(string path, string shown)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(shown);
        var reading = TextFileReader.Read(path, shown, DocumentLimits.MaxBytes);
        return reading.IsRead
            ? LoadText(shown, reading.Text, Path.GetDirectoryName(path) ?? path)
            : new ConfigurationResult { Diagnostics = [reading.Problem.ToDiagnostic(shown)] };
    }

    /// <summary>Loads a configuration from a text. Never fails: what is wrong is in the result.</summary>
    /// <param name="shown">Path for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="folder">Full path of the folder from which its paths start.</param>
    public static ConfigurationResult LoadText(string shown, string text, string folder)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(shown, text);
        var findings = new FindingList();
        var result = new ConfigurationResult { Source = source };
        var document = DocumentReader.Read(source, findings);
        if (document is MappingNode root)
        {
            result = Check(result, root, folder, findings);
        }
        else if (document is not null)
        {
            findings.AddNoMap(document, "a configuration is a map of keys such as 'workflows' and 'budget'");
        }

        return result with
        {
            Diagnostics = Suppression.Apply(findings.ToSorted(), source, new Dictionary<string, List<int>>(), result.Configuration.Severities),
        };
    }

    private static ConfigurationResult Check(ConfigurationResult result, MappingNode root, string folder, FindingList findings)
    {
        SchemaCheck.Run(root, ConfigurationSchema.Compiled, "the configuration", findings);
        VersionRule.Check(root, "the configuration", findings);
        return result with
        {
            Configuration = new ConfigurationBuilder(findings).Build(root, folder),
            Values = WrittenValues.Of(root),
        };
    }
}
