namespace Binex.JsonSchema.Compilation;

/// <summary>What is wrong with the schema; no more than the options allow.</summary>
internal sealed class CompilationErrors(int limit)
{
    private const int MostCharacters = 10_000_000;

    private readonly List<SchemaError> _errors = [];
    private int _room = MostCharacters;

    public bool Any => _errors.Count > 0;

    public IReadOnlyList<SchemaError> All => _errors;

    /// <summary>Reports the value of a keyword.</summary>
    public void Add(SchemaLocation schema, string keyword, string message, IReadOnlyList<string>? candidates = null) =>
        Add(
            JsonPointer.Append(schema.DocumentPointer, keyword),
            JsonPointer.Append(schema.AbsolutePointer, keyword),
            keyword,
            message,
            candidates);

    /// <summary>Reports a schema as a whole.</summary>
    public void Add(SchemaLocation schema, string message) =>
        Add(schema.DocumentPointer, schema.AbsolutePointer, schema.Keyword, message, null);

    private void Add(string instancePointer, string schemaPointer, string keyword, string message, IReadOnlyList<string>? candidates)
    {
        // Pointers through a very long key are long themselves; so many errors tell nobody more.
        _room -= instancePointer.Length + schemaPointer.Length;
        if (_errors.Count == 0 || (_errors.Count < limit && _room > 0))
        {
            _errors.Add(new SchemaError(instancePointer, schemaPointer, keyword, message) { Candidates = candidates ?? [] });
        }
    }
}
