using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Binex.Store.Journals;

/// <summary>How one kind of event is written.</summary>
/// <param name="name">Its name in the journal, for example <c>node.started</c>.</param>
/// <param name="clrType">What an event of the kind is in memory.</param>
/// <param name="options">What its members are written and read by.</param>
internal sealed class EventType(string name, Type clrType, JsonSerializerOptions options)
{
    /// <summary>Its name in the journal.</summary>
    public string Name => name;

    /// <summary>What an event of the kind is in memory.</summary>
    public Type ClrType => clrType;

    /// <summary>How its members are written and read; made when it is first asked for, because most journals have few of the kinds.</summary>
    public JsonTypeInfo Json => field ??= options.GetTypeInfo(clrType);
}
