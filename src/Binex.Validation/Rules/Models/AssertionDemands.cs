using Binex.Core.Diagnostics;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>What the assertions of one node ask of one value. Whatever contradicts what was asked before is reported.</summary>
/// <param name="findings">Takes the findings.</param>
internal sealed class AssertionDemands(FindingList findings)
{
    // All pairs of what a value contains and lacks are compared; nobody writes more.
    private const int MostTexts = 100;

    private readonly List<ScalarNode> _contains = [];
    private readonly List<ScalarNode> _lacks = [];
    private ScalarNode? _equals;
    private ScalarNode? _shortest;
    private ScalarNode? _longest;

    /// <summary>Adds what an assertion asks.</summary>
    public void Add(MappingNode assertion)
    {
        if (assertion.Text("contains") is { } contained && _contains.Count < MostTexts)
        {
            _contains.Add(contained);
            _lacks.ForEach(lacking => CheckParts(contained, lacking, contained));
        }

        if (assertion.Text("lacks") is { } absent && _lacks.Count < MostTexts)
        {
            _lacks.Add(absent);
            _contains.ForEach(wanted => CheckParts(wanted, absent, absent));
        }

        if (assertion.Text("equals") is { } value)
        {
            if (_equals is { } other && other.Value != value.Value)
            {
                Report(value, "an answer is not two texts at once", other);
            }

            _equals ??= value;
        }

        _shortest = Larger(_shortest, assertion["min_length"] as ScalarNode, 1);
        _longest = Larger(_longest, assertion["max_length"] as ScalarNode, -1);
        CheckLengths();
        CheckEquals();
    }

    private void CheckParts(ScalarNode wanted, ScalarNode unwanted, ScalarNode place)
    {
        if (wanted.Value.Contains(unwanted.Value, StringComparison.Ordinal))
        {
            Report(place, $"what contains '{Short(wanted)}' does not lack '{Short(unwanted)}'", place == wanted ? unwanted : wanted);
        }
    }

    private void CheckLengths()
    {
        if (_longest is not { Number: { } most })
        {
            return;
        }

        if (_shortest is { Number: { } least } && least > most)
        {
            var (place, other) = _longest.Start > _shortest.Start ? (_longest, _shortest) : (_shortest, _longest);
            Report(place, $"no answer has at least {least} and at most {most} characters", other);
        }

        if (_contains.Find(wanted => Length(wanted) > most) is { } tooLong)
        {
            Report(_longest, $"'{Short(tooLong)}' alone has more than {most} characters", tooLong);
        }
    }

    private void CheckEquals()
    {
        if (_equals is not { } value)
        {
            return;
        }

        if (_contains.Find(wanted => !value.Value.Contains(wanted.Value, StringComparison.OrdinalIgnoreCase)) is { } missing)
        {
            Report(missing, $"'{Short(value)}' does not contain '{Short(missing)}'", value);
        }

        if (_lacks.Find(unwanted => value.Value.Contains(unwanted.Value, StringComparison.Ordinal)) is { } present)
        {
            Report(present, $"'{Short(value)}' does not lack '{Short(present)}'", value);
        }

        if (_shortest is { Number: { } least } shortest && value.Value.Length < least)
        {
            Report(shortest, $"'{Short(value)}' has fewer than {least} characters", value);
        }

        if (_longest is { Number: { } most } longest && Length(value) > most)
        {
            Report(longest, $"'{Short(value)}' has more than {most} characters", value);
        }
    }

    private void Report(ScalarNode place, string why, ScalarNode other) => findings.Add(
        DiagnosticCatalog.ImpossibleAssertion,
        place.Location,
        $"the assertions contradict each other: {why}",
        "change one of the two, or leave it out",
        [new RelatedPlace("the other one is here", other.Location)]);

    private static ScalarNode? Larger(ScalarNode? old, ScalarNode? added, int sign) =>
        old is null || (added?.Number is { } number && number * sign > old.Number * sign) ? added ?? old : old;

    private static int Length(ScalarNode text) => text.Value.EnumerateRunes().Count();

    private static string Short(ScalarNode text) => text.Value.Length <= 40 ? text.Value : text.Value[..39] + "…";
}
