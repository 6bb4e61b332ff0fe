using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Models.Prices;

/// <summary>
/// The price file as it is embedded: one model a line, sorted by lower-case name. A model is found by binary search over the
/// bytes, and only its own line is ever parsed; that keeps the start of the program free of the other two thousand.
/// </summary>
internal sealed class PriceTable
{
    private readonly byte[] _bytes;
    private readonly int _first;

    /// <summary>Wraps the bytes of a price file.</summary>
    /// <param name="bytes">The file.</param>
    internal PriceTable(byte[] bytes)
    {
        _bytes = bytes;
        _first = bytes.AsSpan().IndexOf((byte)'\n') + 1;
    }

    /// <summary>Date of the prices.</summary>
    internal DateOnly AsOf => DateOnly.ParseExact(Header().GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Where the prices come from, as a sentence.</summary>
    internal string Source => Header().GetProperty("source").GetString()!;

    /// <summary>Where the prices come from.</summary>
    internal PriceOrigin Origin => new(AsOf, Source, Header("from"), Header("listSha256"));

    /// <summary>Every price, in the order of the table.</summary>
    internal IEnumerable<ModelPrice> All => NamesFrom("").Select(name => Find(name)!);

    /// <summary>Wraps a file that <see cref="PriceTableWriter"/> wrote; null when somebody else has written in it since.</summary>
    /// <param name="bytes">The file.</param>
    internal static PriceTable? Checked(byte[] bytes)
    {
        try
        {
            var table = new PriceTable(bytes);
            return table.Header("sha256") == Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(table._first))) && table.AsOf > DateOnly.MinValue ? table : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits.</summary>
    internal string Sha256() => Convert.ToHexStringLower(SHA256.HashData(_bytes));

    /// <summary>The table that ships with Binex.</summary>
    internal static PriceTable Embedded()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("price-book.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PriceTable(bytes);
    }

    /// <summary>The model of that very name, without regard to case; null when there is none.</summary>
    /// <param name="name">The name.</param>
    internal ModelPrice? Find(string name)
    {
        var line = Seek(name);
        return line < _bytes.Length && string.Equals(NameAt(line), name, StringComparison.OrdinalIgnoreCase) ? PriceLine.Read(LineAt(line)) : null;
    }

    /// <summary>Names that begin with a text, without regard to case, in the order of the table.</summary>
    /// <param name="prefix">The text.</param>
    internal IEnumerable<string> NamesFrom(string prefix)
    {
        for (var line = Seek(prefix); line < _bytes.Length; line = Next(line))
        {
            var name = NameAt(line);
            if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                yield break;
            }

            yield return name;
        }
    }

    private string Header(string member) => Header().TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";

    private JsonElement Header() => JsonElement.Parse([.. _bytes.AsSpan(0, _first), (byte)'}', (byte)'}']);

    /// <summary>Start of the first line whose name is not smaller than a name; the end of the file when there is none.</summary>
    private int Seek(string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name.ToLowerInvariant());
        var low = _first;
        var high = _bytes.Length;
        while (low < high)
        {
            var middle = StartOfLine(low + ((high - low) / 2), low);
            if (IsSmaller(middle, wanted))
            {
                low = Next(middle);
            }
            else
            {
                high = middle;
            }
        }

        return low < _bytes.Length && _bytes[low] == (byte)'"' ? low : _bytes.Length;
    }

    private bool IsSmaller(int line, ReadOnlySpan<byte> wanted)
    {
        if (_bytes[line] != (byte)'"')
        {
            return false;
        }

        var name = RawNameAt(line);
        for (var i = 0; i < name.Length && i < wanted.Length; i++)
        {
            var letter = name[i] is >= (byte)'A' and <= (byte)'Z' ? name[i] | 0x20 : name[i];
            if (letter != wanted[i])
            {
                return letter < wanted[i];
            }
        }

        return name.Length < wanted.Length;
    }

    private int StartOfLine(int position, int atLeast)
    {
        var newline = _bytes.AsSpan(atLeast, position - atLeast).LastIndexOf((byte)'\n');
        return newline < 0 ? atLeast : atLeast + newline + 1;
    }

    private int Next(int line)
    {
        var length = _bytes.AsSpan(line).IndexOf((byte)'\n');
        var next = length < 0 ? _bytes.Length : line + length + 1;
        return next < _bytes.Length && _bytes[next] == (byte)'"' ? next : _bytes.Length;
    }

    private ReadOnlySpan<byte> LineAt(int line)
    {
        var rest = _bytes.AsSpan(line);
        var end = rest.IndexOf((byte)'\n');
        return rest[..(rest[end - 1] == (byte)',' ? end - 1 : end)];
    }

    private ReadOnlySpan<byte> RawNameAt(int line)
    {
        var rest = _bytes.AsSpan(line + 1);
        return rest[..rest.IndexOf((byte)'"')];
    }

    private string NameAt(int line) => Encoding.ASCII.GetString(RawNameAt(line));
}
