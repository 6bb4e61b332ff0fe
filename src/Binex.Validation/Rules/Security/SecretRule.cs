using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Secrets;

namespace Binex.Validation.Rules.Security;

/// <summary>Neither the workflow, its comments included, nor a file it names holds a secret.</summary>
internal sealed class SecretRule : IRule
{
    private const int ShortestValue = 16;

    private const string Hint = "write it as ${env.NAME}, and take it back where it was made: whoever can read the file has it";

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var known = CheckText(draft.Root.Source, findings);
        foreach (var file in draft.Files)
        {
            CheckText(file, findings);
        }

        CheckMap(draft.Root, "", known, [], findings);
    }

    private static List<SecretSpan> CheckText(SourceText source, FindingList findings)
    {
        var found = SecretScanner.Find(source.Text);
        foreach (var secret in found)
        {
            var location = new SourceLocation(source.Path, source.Range(secret.Start, secret.Start + secret.Length));
            findings.Add(DiagnosticCatalog.SecretInFile, location, $"this is {secret.Kind}", Hint);
        }

        return found;
    }

    // A map that an alias names again says nothing new. What a variable's default is for, its name says.
    private static void CheckMap(MappingNode map, string parent, List<SecretSpan> known, HashSet<MappingNode> seen, FindingList findings)
    {
        if (!seen.Add(map))
        {
            return;
        }

        foreach (var (key, value) in map.Entries)
        {
            CheckValue(key.Value == "default" ? parent : key.Value, value, known, seen, findings);
        }
    }

    private static void CheckValue(string name, DocumentNode value, List<SecretSpan> known, HashSet<MappingNode> seen, FindingList findings)
    {
        if (value is MappingNode map)
        {
            CheckMap(map, name, known, seen, findings);
        }
        else if (value is SequenceNode list)
        {
            foreach (var item in list.Items)
            {
                CheckValue("", item, known, seen, findings);
            }
        }
        else if (value is ScalarNode { IsText: true } text && SecretNames.Mean(name) && IsLikely(text.Value)
            && !known.Exists(secret => secret.Start < text.End && secret.Start + secret.Length > text.Start))
        {
            findings.Add(DiagnosticCatalog.LikelySecret, text.Location, $"the value of '{name}' looks like a secret", Hint);
        }
    }

    private static bool IsLikely(string value)
    {
        const string Bearer = "Bearer ";
        var text = value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value.AsSpan(Bearer.Length) : value;
        return text.Length >= ShortestValue && !text.ContainsAny(" \t\n{") && !text.Contains("://", StringComparison.Ordinal) && Chance.LooksRandom(text);
    }
}
