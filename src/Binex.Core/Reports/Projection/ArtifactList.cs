using Binex.Core.Runs.Events;

namespace Binex.Core.Reports.Projection;

/// <summary>Every content that a journal names, in the order in which it was first named.</summary>
internal sealed class ArtifactList
{
    private const string Text = "text/plain";
    private const string Json = "application/json";

    private readonly List<ReportArtifact> _all = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public IReadOnlyList<ReportArtifact> All => _all;

    public void Refer(AttemptStarted started)
    {
        Add(started.SystemPrompt, Text);
        Add(started.Prompt, Text);
        Add(started.Inputs, Json);
    }

    public void Refer(HumanAsked asked) => Add(asked.Question, Text);

    public void Refer(CallSent sent) => Add(sent.Request, Json);

    public void Refer(CallSettled settled) => Add(settled.Answer, Text);

    public void Refer(CallReused reused)
    {
        Add(reused.Request, Json);
        Add(reused.Answer, Text);
    }

    public void Refer(CallMissed missed) => Add(missed.Request, Json);

    /// <summary>An output. What is kept under its hash may have been named before, as the answer that it is.</summary>
    public void Store(ArtifactStored stored)
    {
        var place = Add(stored.Hash, stored.MediaType);
        if (_all[place].ProducedBy is null)
        {
            _all[place] = new ReportArtifact(stored.Hash, stored.MediaType, stored.Bytes)
            {
                Name = stored.Name,
                ProducedBy = stored.Node,
                DerivedFrom = stored.DerivedFrom,
            };
        }
    }

    private int Add(string? hash, string type)
    {
        if (hash is null)
        {
            return -1;
        }

        if (!_places.TryGetValue(hash, out var place))
        {
            place = _all.Count;
            _places.Add(hash, place);
            _all.Add(new ReportArtifact(hash, type, 0));
        }

        return place;
    }
}
