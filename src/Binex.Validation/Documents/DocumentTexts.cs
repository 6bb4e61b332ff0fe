namespace Binex.Validation.Documents;

/// <summary>Finds the texts of a document.</summary>
internal static class DocumentTexts
{
    /// <summary>All texts at and below a value, in document order; what an alias stands for as often as it is used.</summary>
    public static IEnumerable<ScalarNode> Below(DocumentNode node)
    {
        var open = new Stack<DocumentNode>();
        open.Push(node);
        while (open.TryPop(out var current))
        {
            switch (current)
            {
                case ScalarNode { IsText: true } scalar:
                    yield return scalar;
                    break;
                case MappingNode map:
                    for (var i = map.Entries.Count - 1; i >= 0; i--)
                    {
                        open.Push(map.Entries[i].Value);
                    }

                    break;
                case SequenceNode list:
                    for (var i = list.Items.Count - 1; i >= 0; i--)
                    {
                        open.Push(list.Items[i]);
                    }

                    break;
            }
        }
    }
}
