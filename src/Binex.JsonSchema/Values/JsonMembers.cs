using System.Runtime.InteropServices;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>Members of objects by name. As with <see cref="JsonElement"/>, the last of several members of one name counts.</summary>
internal static class JsonMembers
{
    /// <summary>Finds a member; unlike the framework's look-up it does not throw at a name that is no valid Unicode.</summary>
    public static bool TryGet(JsonElement value, string name, out JsonElement member)
    {
        member = default;
        var found = false;
        Span<char> scratch = stackalloc char[JsonText.ScratchLength];
        foreach (var property in value.EnumerateObject())
        {
            using var text = JsonText.OfName(property, scratch);
            if (text.Characters.SequenceEqual(name))
            {
                member = property.Value;
                found = true;
            }
        }

        return found;
    }

    /// <summary>All members by name.</summary>
    public static Dictionary<string, JsonMember> Read(JsonElement value)
    {
        // Objects, because a table of structs that the framework has none of would be compiled at every start.
        var members = new Dictionary<string, JsonMember>(value.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            members[JsonText.ReadName(property)] = new JsonMember(property.Value);
        }

        return members;
    }

    /// <summary>Whether two members have the same name, however it is escaped.</summary>
    public static bool HaveSameName(JsonProperty left, JsonProperty right)
    {
        var rawLeft = JsonMarshal.GetRawUtf8PropertyName(left);
        var rawRight = JsonMarshal.GetRawUtf8PropertyName(right);
        if (rawLeft.IndexOf((byte)'\\') < 0 && rawRight.IndexOf((byte)'\\') < 0)
        {
            return rawLeft.SequenceEqual(rawRight);
        }

        using var leftText = JsonText.OfName(left, stackalloc char[JsonText.ScratchLength]);
        using var rightText = JsonText.OfName(right, stackalloc char[JsonText.ScratchLength]);
        return leftText.Characters.SequenceEqual(rightText.Characters);
    }
}
