using Binex.Core.Expressions.Syntax;
using Binex.Core.Expressions.Values;
using Binex.Core.Json;

namespace Binex.Core.Expressions.Analysis;

/// <summary>What can be said of a condition without values.</summary>
public sealed class ConditionAnalysis
{
    // Every two of them are held against each other. Nobody writes more by hand.
    private const int MostRequired = 50;

    private static readonly ConditionAnalysis Nothing = new();

    private readonly List<ConditionTest> _tests = [];
    private readonly List<ConditionTest> _required = [];

    private ConditionAnalysis()
    {
    }

    /// <summary>Whether it always holds (true) or never (false); null when that hangs on values or is not certain.</summary>
    public bool? Constant { get; private set; }

    /// <summary>All tests in it, in order.</summary>
    public IReadOnlyList<ConditionTest> Tests => _tests;

    /// <summary>The tests that must all come out as wanted for it to hold; at most the first fifty.</summary>
    public IReadOnlyList<ConditionTest> Required => _required;

    internal static ConditionAnalysis Of(ExpressionNode? root)
    {
        if (root is null)
        {
            return Nothing;
        }

        var analysis = new ConditionAnalysis();
        analysis.Collect(root, holds: true, isRequired: true);
        analysis.Constant = Contradict(analysis._required) ? false : Decide(root);
        return analysis;
    }

    private static bool Contradict(List<ConditionTest> tests)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (tests[i].Excludes(tests[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool? Decide(ExpressionNode node)
    {
        switch (node)
        {
            case ConstantNode constant:
                return constant.Value.IsTrue;
            case NotNode not:
                return !Decide(not.Operand);
            case ComparisonNode { Left: ConstantNode left, Right: ConstantNode right } comparison:
                return ValueComparison.Holds(comparison.Comparison, left.Value, right.Value);
            case ChainNode chain:
                var open = false;
                foreach (var operand in chain.Operands)
                {
                    var decided = Decide(operand);
                    if (decided == chain.Decisive)
                    {
                        return chain.Decisive;
                    }

                    open |= decided is null;
                }

                return open ? null : !chain.Decisive;
            default:
                return null;
        }
    }

    private void Collect(ExpressionNode node, bool holds, bool isRequired)
    {
        switch (node)
        {
            case NotNode not:
                Collect(not.Operand, !holds, isRequired);
                break;
            case ChainNode chain:
                foreach (var operand in chain.Operands)
                {
                    // Of 'a and b' both must hold, and of 'not (a or b)' neither may.
                    Collect(operand, holds, isRequired && chain.Decisive != holds);
                }

                break;
            case ReferenceNode alone:
                Add(new ConditionTest(alone.Reference, null, JsonValues.Null), holds, isRequired);
                break;
            case NullTestNode { Operand: ReferenceNode asked } test:
                Add(
                    new ConditionTest(asked.Reference, test.Expected ? ComparisonOperator.Equal : ComparisonOperator.NotEqual, JsonValues.Null),
                    holds,
                    isRequired);
                break;
            case ComparisonNode { Left: ReferenceNode left, Right: ConstantNode right } comparison:
                Add(new ConditionTest(left.Reference, comparison.Comparison, right.Value.ToElement()), holds, isRequired);
                break;
            case ComparisonNode { Left: ConstantNode left, Right: ReferenceNode right } comparison when Mirror(comparison.Comparison) is { } mirrored:
                Add(new ConditionTest(right.Reference, mirrored, left.Value.ToElement()), holds, isRequired);
                break;
        }
    }

    private void Add(ConditionTest test, bool holds, bool isRequired)
    {
        test = test with { Holds = holds };
        _tests.Add(test);
        if (isRequired && _required.Count < MostRequired)
        {
            _required.Add(test);
        }
    }

    private static ComparisonOperator? Mirror(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal or ComparisonOperator.NotEqual => comparison,
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => null,
    };
}
