using YamlDotNet.Serialization;

namespace Binex.Cli.Tests.Ci;

/// <summary><c>action.yml</c>, as far as its steps are run here.</summary>
internal sealed class ActionFile
{
    public Dictionary<string, ActionValue> Inputs { get; set; } = [];

    public Dictionary<string, ActionValue> Outputs { get; set; } = [];

    public ActionRuns Runs { get; set; } = new();

    public static ActionFile Read() => new DeserializerBuilder().WithNamingConvention(YamlDotNet.Serialization.NamingConventions.HyphenatedNamingConvention.Instance)
        .IgnoreUnmatchedProperties().Build().Deserialize<ActionFile>(File.ReadAllText(Repository.PathOf("action.yml")));

    internal sealed class ActionValue
    {
        public string Description { get; set; } = "";

        public string Default { get; set; } = "";

        public string Value { get; set; } = "";
    }

    internal sealed class ActionRuns
    {
        public string Using { get; set; } = "";

        public List<ActionStep> Steps { get; set; } = [];
    }

    internal sealed class ActionStep
    {
        public string? Id { get; set; }

        public string? If { get; set; }

        public string? Uses { get; set; }

        public string? Run { get; set; }

        public string? Shell { get; set; }

        public string? WorkingDirectory { get; set; }

        public Dictionary<string, string> Env { get; set; } = [];
    }
}
