using System.Text;
using System.Text.Json;

namespace Binex.Cli.Editors;

/// <summary>An object of a JSON document that may have comments, by the places of its parts: a member can be added to it, and nothing else changes.</summary>
internal sealed class JsoncObject
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly byte[] _json;
    private readonly int _open;
    private readonly List<(byte[] Name, int NameStart, int Start, int End)> _members = [];
    private int _close;

    private JsoncObject(byte[] json, int open)
    {
        _json = json;
        _open = open;
    }

    /// <summary>Reads the object that is the whole document.</summary>
    /// <returns>Null when the document is something else than an object.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsoncObject? Read(byte[] json) => Read(json, 0, json.Length);

    /// <summary>Whether it has a member.</summary>
    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The value of a member, where that is an object; else null.</summary>
    public JsoncObject? Child(string name) =>
        IndexOf(name) is >= 0 and var index ? Read(_json, _members[index].Start, _members[index].End) : null;

    /// <summary>The document with a member more at the end of this object.</summary>
    /// <param name="name">Its name, which needs no escapes.</param>
    /// <param name="value">Its value, as JSON on one line.</param>
    public byte[] With(string name, string value)
    {
        var newLine = _json.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var outer = IndentAt(_open);
        var inner = _members.Count > 0 && StartsLine(_members[0].NameStart) ? IndentAt(_members[0].NameStart) : outer + Unit();
        var lastEnd = _members.Count > 0 ? _members[^1].End : _open + 1;
        var comma = _members.Count > 0 && !HasComma(lastEnd) ? "," : "";
        var tail = _close;
        while (tail > lastEnd && _json[tail - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            tail--;
        }

        var hasOwnLine = _json.AsSpan(tail, _close - tail).Contains((byte)'\n');
        return
        [
            .. _json.AsSpan(0, lastEnd),
            .. Encoding.UTF8.GetBytes(comma),
            .. _json.AsSpan(lastEnd, tail - lastEnd),
            .. Encoding.UTF8.GetBytes($"{newLine}{inner}\"{name}\": {value}{(hasOwnLine ? "" : newLine + outer)}"),
            .. _json.AsSpan(hasOwnLine ? tail : _close),
        ];
    }

    private static JsoncObject? Read(byte[] json, int start, int end)
    {
        var reader = new Utf8JsonReader(json.AsSpan(start, end - start), Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return null;
        }

        var read = new JsoncObject(json, start + (int)reader.TokenStartIndex);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan.ToArray();
            var nameStart = start + (int)reader.TokenStartIndex;
            reader.Read();
            var valueStart = start + (int)reader.TokenStartIndex;
            reader.Skip();
            read._members.Add((name, nameStart, valueStart, start + (int)reader.BytesConsumed));
        }

        read._close = start + (int)reader.TokenStartIndex;

        // Fails on whatever stands behind it.
        reader.Read();
        return read;
    }

    // Of members with one name the last counts, as in editors.
    private int IndexOf(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return _members.FindLastIndex(member => member.Name.AsSpan().SequenceEqual(bytes));
    }

    private string Unit() => _json.AsSpan().IndexOf("\n\t"u8) >= 0 ? "\t" : _json.AsSpan().IndexOf("\n  \""u8) >= 0 ? "  " : "    ";

    private bool StartsLine(int position) => LineStart(position) + IndentAt(position).Length == position;

    private int LineStart(int position) => _json.AsSpan(0, position).LastIndexOf((byte)'\n') + 1;

    private string IndentAt(int position)
    {
        var line = _json.AsSpan(LineStart(position));
        return Encoding.UTF8.GetString(line[..Math.Max(0, line.IndexOfAnyExcept((byte)' ', (byte)'\t'))]);
    }

    private bool HasComma(int from)
    {
        for (var i = from; i < _close; i++)
        {
            if (_json[i] == ',')
            {
                return true;
            }

            if (_json[i] == '/')
            {
                var comment = _json.AsSpan(i + 2);
                i += 2 + (_json[i + 1] == '/' ? comment.IndexOfAny((byte)'\r', (byte)'\n') : comment.IndexOf("*/"u8) + 1);
            }
        }

        return false;
    }
}
