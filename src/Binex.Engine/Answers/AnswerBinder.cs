using System.Runtime.InteropServices;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.JsonSchema;

namespace Binex.Engine.Answers;

/// <summary>Checks an agent's answer and sorts it into the node's outputs.</summary>
internal sealed class AnswerBinder(SchemaCache schemas)
{
    private const int MostProblems = 20;

    // Nodes downstream wrap values in objects of their own, and the writer goes 256 deep.
    private const int Deepest = 128;

    /// <summary>Checks and sorts an answer.</summary>
    /// <param name="node">The node.</param>
    /// <param name="answer">What its agent gave.</param>
    public BoundAnswer Bind(Node node, JsonElement answer)
    {
        var repairs = Repairs.None;
        var mustBeParsed = node.Agent.IsModel ? AnswerSchema.Of(node) : node.OutputSchema;
        if (mustBeParsed is { } schema)
        {
            var compiled = schemas.Compile(schema);
            if (answer.ValueKind == JsonValueKind.String)
            {
                var read = AnswerText.Read(answer.GetString()!, node.Repair, value => compiled.Validate(value).Count == 0);
                if (read.Problem is { } unreadable)
                {
                    return Reject(node, unreadable);
                }

                (answer, repairs) = (read.Value, read.Repairs);
            }

            var problems = compiled.Validate(answer);
            if (problems.Count > 0)
            {
                return Reject(node, string.Join('\n', problems.Take(MostProblems).Select(Sentence)));
            }
        }

        return Sort(node, answer) with { Repair = RepairText.Of(repairs) };
    }

    private static BoundAnswer Sort(Node node, JsonElement answer)
    {
        var values = new OrderedDictionary<string, JsonElement>();
        foreach (var output in node.Outputs)
        {
            if (Pick(node, output, answer, out var value) is { } problem)
            {
                return Reject(node, problem);
            }

            values[output.Name] = value;
        }

        return new BoundAnswer { Values = values };
    }

    // One output is the whole answer. Several are members of it; where an agent other than a model gives no such member, each is
    // the whole answer, as the Python Binex had it.
    private static string? Pick(Node node, OutputDeclaration output, JsonElement answer, out JsonElement value)
    {
        value = answer;
        if (output.Path is { } path)
        {
            var whole = answer.ValueKind == JsonValueKind.String
                ? AnswerText.Read(answer.GetString()!, node.Repair, accepts: null).Value
                : answer;
            if (whole.ValueKind == JsonValueKind.Undefined || !JsonPointer.TryFollow(whole, path, out value))
            {
                return $"the answer has nothing at '{path}' for the output '{output.Name}'";
            }
        }
        else if ((node.Outputs.Count > 1 || node.Agent.Scheme == "human")
            && answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(output.Name, out var member))
        {
            value = member;
        }
        else if (node.Agent.Scheme == "human" && answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("decision", out var decision))
        {
            value = decision;
        }

        return Shape(node, output, ref value);
    }

    private static string? Shape(Node node, OutputDeclaration output, ref JsonElement value)
    {
        if (output.Type == OutputType.Text && value.ValueKind != JsonValueKind.String)
        {
            value = JsonValues.From(JsonValues.ToText(value));
        }
        else if (output.Type == OutputType.Json && value.ValueKind == JsonValueKind.String)
        {
            var read = AnswerText.Read(value.GetString()!, node.Repair, accepts: null);
            if (read.Problem is not null)
            {
                return $"the output '{output.Name}' must be JSON, and it is not";
            }

            value = read.Value;
        }

        return IsDeeperThan(Deepest, value) ? $"the output '{output.Name}' is nested more than {Deepest} deep" : null;
    }

    private static bool IsDeeperThan(int limit, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return false;
        }

        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value), new JsonReaderOptions { MaxDepth = 2 * limit });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= limit)
            {
                return true;
            }
        }

        return false;
    }

    private static string Sentence(SchemaError error) =>
        error.InstancePointer.Length == 0 ? $"- the answer {error.Message}" : $"- {error.InstancePointer} {error.Message}";

    // The model is shown a list; a failure is one sentence, which also stands where there is one line.
    private static BoundAnswer Reject(Node node, string problems) => new()
    {
        Problems = problems,
        Failure = new NodeFailure(FailureKind.Schema, $"the answer of node '{node.Id}' is not what it must be: {string.Join("; ", problems.Split('\n').Select(problem => problem.StartsWith("- ", StringComparison.Ordinal) ? problem[2..] : problem))}"),
    };
}
