using System.Globalization;
using System.Text;
using System.Text.Json;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Evaluation;

/// <summary>The way from the root of the instance to the value being checked. It becomes text only when there is an error.</summary>
internal sealed class InstancePath
{
    private Step[] _steps = new Step[16];
    private int _count;

    public void Push(JsonProperty property) => Next() = new Step(property, 0, IsMember: true);

    public void Push(int index) => Next() = new Step(default, index, IsMember: false);

    // Cleared, so that an idle evaluator does not keep somebody's document alive.
    public void Pop() => _steps[--_count] = default;

    public void Clear()
    {
        Array.Clear(_steps, 0, _count);
        _count = 0;
    }

    public override string ToString()
    {
        if (_count == 0)
        {
            return "";
        }

        var pointer = new StringBuilder();
        foreach (var step in _steps.AsSpan(0, _count))
        {
            pointer.Append('/');
            if (step.IsMember)
            {
                pointer.Append(JsonPointer.Escape(JsonText.ReadName(step.Property)));
            }
            else
            {
                pointer.Append(CultureInfo.InvariantCulture, $"{step.Index}");
            }
        }

        return pointer.ToString();
    }

    private ref Step Next()
    {
        if (_count == _steps.Length)
        {
            Array.Resize(ref _steps, _count * 2);
        }

        return ref _steps[_count++];
    }

    private readonly record struct Step(JsonProperty Property, int Index, bool IsMember);
}
