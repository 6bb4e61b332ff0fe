using Binex.JsonSchema.Compilation;

namespace Binex.JsonSchema.Dialects;

/// <summary>The keywords that a schema may use and what they mean: a draft, or a meta-schema's choice of vocabularies.</summary>
internal sealed class Dialect
{
    private readonly List<KeywordFamily> _families = [];
    private readonly Dictionary<string, KeywordName> _keywords = new(StringComparer.Ordinal);

    public Dialect(params IReadOnlyList<Vocabulary> vocabularies)
    {
        Vocabularies = vocabularies;
        foreach (var vocabulary in vocabularies)
        {
            _families.AddRange(vocabulary.Families);
        }

        foreach (var family in _families)
        {
            foreach (var keyword in family.Keywords)
            {
                _keywords.Add(keyword.Name, keyword);
            }
        }
    }

    public IReadOnlyList<Vocabulary> Vocabularies { get; }

    /// <summary>Draft-07: whatever stands beside <c>$ref</c> is ignored.</summary>
    public bool RefHidesSiblings { get; init; }

    /// <summary>Draft-07: <c>$id: "#name"</c> is what later drafts call <c>$anchor</c>.</summary>
    public bool HasFragmentIds { get; init; }

    public SubschemaShape ShapeOf(string keyword) => _keywords.TryGetValue(keyword, out var known) ? known.Shape : SubschemaShape.None;

    /// <summary>The families a schema uses, in the order they are to be checked.</summary>
    public IEnumerable<KeywordFamily> FamiliesFor(SchemaSource source)
    {
        var onlyRef = RefHidesSiblings && source.Has("$ref");
        return _families.Where(family => onlyRef ? family.Keywords[0].Name == "$ref" : family.IsIn(source));
    }
}
