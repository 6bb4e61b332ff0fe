using System.Text.Json;
using Binex.Validation.Schema;
using YamlDotNet.Core.Tokens;

namespace Binex.Validation;

/// <summary>
/// Uses once what a load of a workflow will need. The first use of code takes far longer than its work, and a thread that has nothing
/// else to do can take it over from the one that loads.
/// </summary>
public static class LoaderWarmUp
{
    /// <summary>Warms up on a thread of its own, while the caller does something else.</summary>
    public static void Start() => new Thread(Run) { IsBackground = true, Name = "warm-up" }.Start();

    /// <summary>Warms up. A load may go on at the same time.</summary>
    public static void Run()
    {
        // The parser of YAML makes a regular expression for tags before the first document, whether or not there are any.
        _ = new TagDirective("!", "!");
        WorkflowSchema.Compiled.Validate(JsonElement.Parse("""{"name":"a","budget":1,"nodes":{"b":{"agent":"llm://c","prompt":"d"}}}"""u8));
    }
}
