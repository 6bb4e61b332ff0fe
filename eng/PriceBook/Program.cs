using System.Text.Json;
using PriceBook;

if (args is not [var input, var output])
{
    Console.Error.WriteLine("usage: dotnet run --project eng/PriceBook -- <input.json> <output.json>");
    return 2;
}

using var list = JsonDocument.Parse(await File.ReadAllBytesAsync(input));
var (bytes, written, left) = PriceFile.Make(list.RootElement);
await File.WriteAllBytesAsync(output, bytes);
foreach (var name in left)
{
    Console.Error.WriteLine($"left out: {name} (a price of zero that nobody states to be free)");
}

Console.WriteLine($"{written} models, {bytes.Length} bytes");
return 0;
