using System.Security.Cryptography;
using Binex.Core.Prices;
using Binex.Models.Prices.Lists;

namespace Binex.Models.Prices;

/// <summary>
/// The price table of a project, <c>prices.json</c> in its store: what ships with Binex, with newer lists and prices of one's own over
/// it. It is looked up instead of the table that ships with Binex.
/// </summary>
/// <param name="path">Full path of the file.</param>
public sealed class PriceFile(string path)
{
    /// <summary>Name of the file in a store.</summary>
    public const string Name = "prices.json";

    /// <summary>Full path of the file.</summary>
    public string Path => path;

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The prices; those that ship with Binex where there is no file.</summary>
    /// <param name="overrides">Prices that go before all others.</param>
    /// <exception cref="InvalidDataException">The file is not as it was written.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public PriceBook Open(IReadOnlyDictionary<string, ModelPrice>? overrides = null)
    {
        // Opened now and not when the first price is needed, so that its problem is said before anything runs.
        var table = Exists ? Read() : null;
        return table is null ? new PriceBook(overrides) : new PriceBook(() => table, overrides);
    }

    /// <summary>The table as it would be with a list over it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="bytes">The list's file, for its hash.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="asOf">Its date; null for a few prices of one's own, which make no other price newer.</param>
    /// <exception cref="InvalidDataException">The file is not as it was written.</exception>
    public byte[] With(PriceList list, ReadOnlySpan<byte> bytes, string from, DateOnly? asOf)
    {
        // A whole new list takes the place of an older one; what ships with Binex stands in for what neither has.
        var below = asOf is null && Exists ? Read() : PriceTable.Embedded();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var origin = asOf is { } day
            ? new PriceOrigin(day, $"{list.Models.Count} prices in the form of {list.Form} from {from}; what it lacks as of {below.AsOf:yyyy-MM-dd} from Binex", from, hash)
            : below.Origin with { Source = $"{below.Source}; {list.Models.Count} prices from {from} over it" };
        return PriceTableWriter.Write(origin, below.All.Concat(list.Models));
    }

    /// <summary>The prices of a table that <see cref="With"/> made.</summary>
    /// <param name="table">The table.</param>
    public static PriceBook BookOf(byte[] table) => new(() => new PriceTable(table), null);

    private PriceTable Read() => PriceTable.Checked(File.ReadAllBytes(path))
        ?? throw new InvalidDataException($"the prices in {path} are not as Binex wrote them; delete the file and import them again, or go on with those that ship with Binex");
}
