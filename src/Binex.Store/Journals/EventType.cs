using System.Text.Json.Serialization.Metadata;

namespace Binex.Store.Journals;

/// <summary>How one kind of event is written.</summary>
/// <param name="Name">Its name in the journal, for example <c>node.started</c>.</param>
/// <param name="Json">How its members are written and read.</param>
internal sealed record EventType(string Name, JsonTypeInfo Json);
