using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Dialects;

/// <summary>Finds out what a <c>$schema</c> stands for: a draft, or a meta-schema of the user's with a <c>$vocabulary</c>.</summary>
internal sealed class DialectReader(CompilationSession session)
{
    // A meta-schema may name another one that may name another one.
    private const int LongestChain = 8;

    private readonly Dictionary<string, Dialect?> _known = new(StringComparer.Ordinal);

    /// <summary>The dialect of a draft by the name that schemas write, without looking further.</summary>
    public static Dialect? OfDraft(string name) => name switch
    {
        Draft202012.Uri => Draft202012.Dialect,
        Draft07.Uri or Draft07.Uri + "#" => Draft07.Dialect,
        _ => null,
    };

    /// <summary>The dialect of a name, or null if there is none; that is then reported.</summary>
    public Dialect? Find(SchemaLocation schema, Uri uri) => Find(schema, uri, LongestChain);

    private Dialect? Find(SchemaLocation schema, Uri uri, int chain)
    {
        var name = uri.GetLeftPart(UriPartial.Query).TrimEnd('#');
        if (!_known.TryGetValue(name, out var dialect))
        {
            dialect = OfDraft(name) ?? (chain == 0 ? null : Read(schema, new Uri(name), chain));
            _known[name] = dialect;
        }

        if (dialect is null)
        {
            const string Known = "known are draft 2020-12 and draft-07, and what the resolver has";
            session.Errors.Add(
                schema,
                "$schema",
                $"names the dialect {Wording.Quote(name)}, which is not known; {Known}",
                [Draft202012.Uri, Draft07.Uri + "#"]);
        }

        return dialect;
    }

    private Dialect? Read(SchemaLocation schema, Uri uri, int chain)
    {
        if (session.Options.Resolver?.Resolve(uri) is not { ValueKind: JsonValueKind.Object } metaSchema)
        {
            return null;
        }

        if (JsonMembers.TryGet(metaSchema, "$vocabulary", out var vocabulary) && vocabulary.ValueKind == JsonValueKind.Object)
        {
            return ReadVocabulary(schema, vocabulary);
        }

        return JsonMembers.TryGet(metaSchema, "$schema", out var parent)
            && parent.ValueKind == JsonValueKind.String
            && Uri.TryCreate(JsonText.Read(parent), UriKind.Absolute, out var parentUri)
            ? Find(schema, parentUri, chain - 1)
            : null;
    }

    private Dialect ReadVocabulary(SchemaLocation schema, JsonElement vocabulary)
    {
        var members = JsonMembers.Read(vocabulary);
        foreach (var (name, required) in members)
        {
            if (required.Value.ValueKind == JsonValueKind.True && !Draft202012.Knows(name))
            {
                session.Errors.Add(schema, "$schema", $"needs the vocabulary {Wording.Quote(name)}, which is not known");
            }
        }

        return Draft202012.With(members.Keys);
    }
}
