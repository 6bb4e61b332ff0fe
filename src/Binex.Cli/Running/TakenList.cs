using Binex.Models.Prices.Lists;

namespace Binex.Cli.Running;

/// <summary>A list of prices that was read.</summary>
/// <param name="List">The prices.</param>
/// <param name="Bytes">The file.</param>
/// <param name="From">Where it came from: a full path or a URL.</param>
internal sealed record TakenList(PriceList List, byte[] Bytes, string From);
