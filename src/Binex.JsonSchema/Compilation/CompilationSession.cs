using System.Text.Json;
using Binex.JsonSchema.Dialects;

namespace Binex.JsonSchema.Compilation;

/// <summary>One compilation: read the documents, build the schemas, look for circles.</summary>
internal sealed class CompilationSession
{
    public CompilationSession(SchemaOptions options)
    {
        Options = options;
        Errors = new CompilationErrors(options.MaxErrors);
        Documents = new DocumentStore(this);
        Scanner = new DocumentScanner(this);
        Dialects = new DialectReader(this);
        References = new ReferenceResolver(this);
        Nodes = new NodeBuilder(this);
    }

    public SchemaOptions Options { get; }

    public CompilationErrors Errors { get; }

    public DocumentStore Documents { get; }

    public DocumentScanner Scanner { get; }

    public DialectReader Dialects { get; }

    public ReferenceResolver References { get; }

    public NodeBuilder Nodes { get; }

    public SchemaCompilation Compile(JsonElement schema)
    {
        try
        {
            return Build(schema);
        }
        catch (InsufficientExecutionStackException)
        {
            // Thrown while comparing deep values of enum, on a thread with little stack left.
            return new SchemaCompilation([new SchemaError("", "#", "", "nests too deep to be compiled on this thread")]);
        }
    }

    private SchemaCompilation Build(JsonElement schema)
    {
        var dialect = Options.DefaultDialect == SchemaDialect.Draft07 ? Draft07.Dialect : Draft202012.Dialect;
        var root = Documents.Add(schema, Options.BaseUri, dialect);

        // Parts that nothing refers to are built as well: whoever wrote them wants to know that they are wrong.
        var node = Nodes.Build(root, Scanner.Found);
        CircleFinder.Find(Nodes.All, Errors);
        return Errors.Any ? new SchemaCompilation(Errors.All) : new SchemaCompilation(new CompiledSchema(node, Options));
    }
}
