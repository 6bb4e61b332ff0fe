namespace Binex.Core.Expressions;

/// <summary>One step into a JSON value: a member or an item.</summary>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Index">The item's index, from 0; unused for a member.</param>
public sealed record PathSegment(string? Name, int Index)
{
    /// <summary>The step as it is written.</summary>
    public override string ToString() => Name is null ? $"[{Index}]" : $".{Name}";
}
