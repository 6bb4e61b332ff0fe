using System.Globalization;
using System.Text;
using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Compilation;

/// <summary>
/// A place in a schema document. There is one object per place, so it is what references meet at. Places know their parents and not
/// their pointers: with long names, the pointers of all places could take far more room than the document.
/// </summary>
internal sealed class SchemaLocation
{
    private readonly SchemaLocation? _parent;
    private readonly string _token = "";
    private Dictionary<string, SchemaLocation>? _children;
    private Dictionary<string, JsonMember>? _members;
    private string[]? _memberNames;

    /// <summary>The root of a document.</summary>
    public SchemaLocation(JsonElement element, SchemaResource resource)
    {
        Element = element;
        Resource = resource;
        resource.Root = this;
    }

    private SchemaLocation(SchemaLocation parent, string token, JsonElement element)
    {
        _parent = parent;
        _token = token;
        Element = element;
        Resource = parent.Resource;
        Depth = parent.Depth + 1;
    }

    public JsonElement Element { get; }

    /// <summary>The resource the place belongs to: that of its parent, unless it has an <c>$id</c> of its own.</summary>
    public SchemaResource Resource { get; set; }

    public int Depth { get; }

    public bool IsDocumentRoot => _parent is null;

    /// <summary>Whether the place is known to be a schema and has been read as such.</summary>
    public bool IsScanned { get; set; }

    /// <summary>The compiled schema of this place, once somebody needs it.</summary>
    public SchemaNode? Node { get; set; }

    /// <summary>The keyword that the place is the value of, or a part of the value.</summary>
    public string Keyword => _parent is null ? "" : _parent.IsScanned ? _token : _parent.Keyword;

    /// <summary>The members of an object by name.</summary>
    public Dictionary<string, JsonMember> Members => _members ??= JsonMembers.Read(Element);

    /// <summary>The names of the members; empty for anything but an object.</summary>
    public IReadOnlyList<string> MemberNames => _memberNames ??= Element.ValueKind == JsonValueKind.Object ? [.. Members.Keys] : [];

    /// <summary>The base URI, if the schema has one, and the pointer from there.</summary>
    public string AbsolutePointer => $"{Resource.DisplayUri}#{PointerBelow(Resource.Root)}";

    /// <summary>The pointer from the root of the document.</summary>
    public string DocumentPointer => PointerBelow(null);

    /// <summary>The place of a member or item.</summary>
    public SchemaLocation Child(string token, JsonElement element)
    {
        _children ??= new Dictionary<string, SchemaLocation>(StringComparer.Ordinal);
        if (!_children.TryGetValue(token, out var child))
        {
            _children[token] = child = new SchemaLocation(this, token, element);
        }

        return child;
    }

    public SchemaLocation Child(int index, JsonElement element) => Child(index.ToString(CultureInfo.InvariantCulture), element);

    /// <summary>The place of a member or item; null if there is none.</summary>
    public SchemaLocation? Find(string token)
    {
        switch (Element.ValueKind)
        {
            case JsonValueKind.Object when Members.TryGetValue(token, out var member):
                return Child(token, member.Value);
            case JsonValueKind.Array when JsonPointer.TryReadIndex(token, out var index) && index < Element.GetArrayLength():
                return Child(token, Element[index]);
            default:
                return null;
        }
    }

    private string PointerBelow(SchemaLocation? root)
    {
        var tokens = new Stack<string>();
        for (var place = this; place._parent is not null && place != root; place = place._parent)
        {
            tokens.Push(place._token);
        }

        var pointer = new StringBuilder();
        foreach (var token in tokens)
        {
            pointer.Append('/').Append(JsonPointer.Escape(token));
        }

        return pointer.ToString();
    }
}
