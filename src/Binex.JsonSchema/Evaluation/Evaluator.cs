using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Binex.JsonSchema.Evaluation;

/// <summary>The state of one validation: where it is, what it has found, and what it may still spend.</summary>
internal sealed class Evaluator(SchemaOptions options)
{
    // Asking the runtime how much stack is left costs more than a step, so it is done at every so many levels.
    private const int StackCheckInterval = 16;

    private const int BytesPerStep = 64;

    private readonly Stack<EvaluatedSet> _sets = new();
    private List<SchemaError>? _errors;
    private SchemaError? _exhaustion;
    private int _errorCount;
    private int _depth;
    private long _steps;

    public InstancePath Path { get; } = new();

    public DynamicScope Scope { get; } = new();

    /// <summary>Whether errors are wanted; if not, finding the first one is enough.</summary>
    public bool Collects { get; private set; }

    /// <summary>Whether a limit has ended the work. Nothing found after that means anything.</summary>
    public bool IsExhausted => _exhaustion is not null;

    public int MaxDepth => options.MaxDepth;

    public bool IsValid(SchemaNode root, JsonElement instance) => Run(root, instance, collects: false);

    public IReadOnlyList<SchemaError> Validate(SchemaNode root, JsonElement instance)
    {
        if (Run(root, instance, collects: true))
        {
            return [];
        }

        var errors = _errors ?? [];
        _errors = null;
        if (_exhaustion is not null)
        {
            errors.Add(_exhaustion);
        }

        return errors;
    }

    /// <summary>Opens a schema: one step, one level. False if a limit is reached.</summary>
    public bool Enter(SchemaNode node)
    {
        if (!Spend(1))
        {
            return false;
        }

        _depth++;
        var mayOverflow = _depth % StackCheckInterval == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (_depth > options.MaxEvaluationDepth || mayOverflow)
        {
            _depth--;
            Exhaust(
                $"nests too deep to be checked: more than {options.MaxEvaluationDepth} schemas are open within one another; " +
                "either the value nests that deep, or the schema refers to itself without end",
                node);
            return false;
        }

        Scope.Enter(node.Location.Resource);
        return true;
    }

    public void Leave()
    {
        Scope.Leave();
        _depth--;
    }

    /// <summary>Pays for work that grows with the instance. False if the budget is used up.</summary>
    public bool Spend(long steps)
    {
        if (_exhaustion is not null)
        {
            return false;
        }

        _steps += steps;
        return _steps <= options.MaxSteps
            || Exhaust($"cannot be checked: the schema is too expensive for this value, it takes more than {options.MaxSteps} steps", null);
    }

    /// <summary>Pays for reading a text: a step for so many bytes, so that short ones are free.</summary>
    public bool SpendOnText(int length) => length < BytesPerStep ? !IsExhausted : Spend(length / BytesPerStep);

    /// <summary>Pays for reading a value from its first character to its last.</summary>
    public bool SpendOnText(JsonElement value) => SpendOnText(JsonMarshal.GetRawUtf8Value(value).Length);

    /// <summary>Ends the work with an error.</summary>
    public bool Exhaust(string message, SchemaNode? node)
    {
        _exhaustion ??= new SchemaError(Path.ToString(), node?.Location.AbsolutePointer ?? "#", "", message);
        return false;
    }

    public bool EvaluateMember(SchemaNode node, JsonProperty property)
    {
        Path.Push(property);
        var valid = node.Evaluate(property.Value, this, null);
        Path.Pop();
        return valid;
    }

    public bool EvaluateItem(SchemaNode node, JsonElement item, int index)
    {
        Path.Push(index);
        var valid = node.Evaluate(item, this, null);
        Path.Pop();
        return valid;
    }

    /// <summary>Whether a schema accepts a value, without reporting anything.</summary>
    public bool Probe(SchemaNode node, JsonElement instance, EvaluatedSet? evaluated)
    {
        var collects = Collects;
        Collects = false;
        var valid = node.Evaluate(instance, this, evaluated);
        Collects = collects;
        return valid;
    }

    /// <summary>As <see cref="Probe"/>, and what the schema looked at counts only if it accepts.</summary>
    public bool ProbeApart(SchemaNode node, JsonElement instance, EvaluatedSet? evaluated)
    {
        if (evaluated is null)
        {
            return Probe(node, instance, null);
        }

        var own = RentSet(instance);
        var valid = Probe(node, instance, own);
        if (valid)
        {
            evaluated.UnionWith(own);
        }

        Return(own);
        return valid;
    }

    /// <summary>The errors a schema finds, without reporting them.</summary>
    public List<SchemaError> Collect(SchemaNode node, JsonElement instance, EvaluatedSet? evaluated)
    {
        var outer = _errors;
        _errors = [];
        node.Evaluate(instance, this, evaluated);
        var found = _errors;
        _errors = outer;
        return found;
    }

    /// <summary>Takes an error.</summary>
    public void Report(SchemaError error)
    {
        if (_exhaustion is not null)
        {
            return;
        }

        if (++_errorCount > options.MaxErrors)
        {
            Exhaust($"has more than {options.MaxErrors} errors; the rest is left out", null);
            return;
        }

        // Pointers are paid for: with a very long key, those of its members could take more room than there is.
        (_errors ??= []).Add(error);
        Spend((error.InstancePointer.Length + error.SchemaPointer.Length) / BytesPerStep * 8);
    }

    /// <summary>Takes errors that were collected, and so counted, before.</summary>
    public void Forward(IEnumerable<SchemaError> errors) => (_errors ??= []).AddRange(errors);

    /// <summary>Rejects whatever value there is, for the schema <c>false</c>.</summary>
    public bool Reject(SchemaNode node)
    {
        if (Collects)
        {
            Report(new SchemaError(Path.ToString(), node.Location.AbsolutePointer, node.Location.Keyword, "is not allowed here"));
        }

        return false;
    }

    /// <summary>A set for the members or items of a value.</summary>
    public EvaluatedSet RentSet(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Object => RentSet(instance.GetPropertyCount()),
        JsonValueKind.Array => RentSet(instance.GetArrayLength()),
        _ => RentSet(0),
    };

    public EvaluatedSet RentSet(int count)
    {
        Spend(count / BytesPerStep);
        var set = _sets.Count > 0 ? _sets.Pop() : new EvaluatedSet();
        set.Reset(count);
        return set;
    }

    public void Return(EvaluatedSet set) => _sets.Push(set);

    private bool Run(SchemaNode root, JsonElement instance, bool collects)
    {
        _errors = null;
        _exhaustion = null;
        _errorCount = 0;
        _depth = 0;
        _steps = 0;
        Collects = collects;
        try
        {
            return root.Evaluate(instance, this, null) && !IsExhausted;
        }
        catch (InsufficientExecutionStackException)
        {
            // Thrown while comparing deep values on a thread with little stack left.
            Exhaust("nests too deep to be compared on this thread", null);
            Path.Clear();
            Scope.Clear();
            return false;
        }
    }
}
