using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary>Names looked for in objects: one walk over the members, however many names there are.</summary>
internal sealed class RequiredNames
{
    private readonly string[] _names;
    private readonly NameTable<int> _positions;

    public RequiredNames(string[] names)
    {
        _names = names;
        _positions = new NameTable<int>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            _positions.Add(names[i], i);
        }
    }

    public bool AreIn(JsonElement instance, Evaluator evaluator)
    {
        var members = instance.GetPropertyCount();
        if (members < _positions.Count || !evaluator.Spend(members))
        {
            return false;
        }

        var found = evaluator.RentSet(_positions.Count);
        var missing = _positions.Count;
        foreach (var property in instance.EnumerateObject())
        {
            if (missing == 0)
            {
                break;
            }

            if (_positions.TryGet(property, evaluator, out var position) && !found.Contains(position))
            {
                found.Mark(position);
                missing--;
            }
        }

        evaluator.Return(found);
        return missing == 0;
    }

    public IEnumerable<string> MissingIn(JsonElement instance)
    {
        var present = instance.EnumerateObject().Select(JsonText.ReadName).ToHashSet(StringComparer.Ordinal);
        return _names.Where(name => !present.Contains(name));
    }
}
