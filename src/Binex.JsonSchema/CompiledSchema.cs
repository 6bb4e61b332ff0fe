using System.Text.Json;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema;

/// <summary>A schema ready to validate. Immutable; any number of threads may use one at the same time.</summary>
public sealed class CompiledSchema
{
    private readonly SchemaNode _root;
    private readonly SchemaOptions _options;

    // One evaluator is kept for the next caller, so that validating a valid instance allocates nothing.
    private Evaluator? _idle;

    internal CompiledSchema(SchemaNode root, SchemaOptions options)
    {
        _root = root;
        _options = options;
    }

    /// <summary>Finds everything that is wrong with an instance.</summary>
    /// <param name="instance">Any JSON value.</param>
    /// <returns>All errors, in the order they are found; empty for a valid instance.</returns>
    public IReadOnlyList<SchemaError> Validate(JsonElement instance)
    {
        ThrowIfUndefined(instance);
        var evaluator = Rent();
        var errors = evaluator.Validate(_root, instance);
        Interlocked.Exchange(ref _idle, evaluator);
        return errors;
    }

    /// <summary>Whether an instance is valid. Stops at the first error.</summary>
    /// <param name="instance">Any JSON value.</param>
    /// <returns>True exactly where <see cref="Validate"/> finds nothing.</returns>
    public bool IsValid(JsonElement instance)
    {
        ThrowIfUndefined(instance);
        var evaluator = Rent();
        var valid = evaluator.IsValid(_root, instance);
        Interlocked.Exchange(ref _idle, evaluator);
        return valid;
    }

    private static void ThrowIfUndefined(JsonElement instance)
    {
        if (instance.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("The element holds no JSON value.", nameof(instance));
        }
    }

    private Evaluator Rent() => Interlocked.Exchange(ref _idle, null) ?? new Evaluator(_options);
}
