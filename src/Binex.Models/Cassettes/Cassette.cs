using System.Collections.Concurrent;
using System.Text.Json;
using Binex.Core.Cassettes;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Models.Cassettes;

/// <summary>A folder of recorded exchanges, read whole when it is opened.</summary>
public sealed class Cassette : ICassettePlayer
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly string _shown;
    private readonly List<(string File, Exchange Exchange)> _exchanges;
    private readonly ILookup<string, (string File, Exchange Exchange)> _byHash;
    private readonly ConcurrentDictionary<(string Node, string Hash), int> _asked = new();
    private readonly ConcurrentDictionary<string, bool> _played = new();

    private Cassette(string shown, List<(string File, Exchange Exchange)> exchanges)
    {
        _shown = shown;
        _exchanges = exchanges;
        _byHash = exchanges.ToLookup(entry => entry.Exchange.Hash);
    }

    /// <summary>Names of the files that nobody has asked for, in order.</summary>
    public IReadOnlyList<string> Unplayed => [.. _exchanges.Select(entry => entry.File).Where(file => !_played.ContainsKey(file))];

    /// <summary>Opens a cassette.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="problem">Why it cannot be played, as a sentence; null when it can.</param>
    /// <param name="shown">Its folder as messages have it; null for the same.</param>
    /// <returns>The cassette; null when it cannot be played.</returns>
    public static Cassette? Open(string folder, out string? problem, string? shown = null)
    {
        shown ??= folder;
        var exchanges = new List<(string File, Exchange Exchange)>();
        try
        {
            foreach (var path in Directory.GetFiles(folder, $"*{ExchangeFile.Suffix}").Order(ExchangeFile.Order))
            {
                if (Read(path, out problem) is not { } exchange)
                {
                    return null;
                }

                exchanges.Add((Path.GetFileName(path), exchange));
            }
        }
        catch (DirectoryNotFoundException)
        {
            problem = $"there is no cassette '{shown}'";
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"the cassette '{shown}' cannot be read: {error.Message}";
            return null;
        }

        problem = exchanges.Count == 0 ? $"the cassette '{shown}' is empty" : null;
        return problem is null ? new Cassette(shown, exchanges) : null;
    }

    /// <inheritdoc/>
    public CassetteLookup Find(string node, JsonElement request)
    {
        var hash = RequestHash.Of(request);
        var same = _byHash[hash].ToList();
        if (same.Count == 0)
        {
            return new CassetteLookup(null, Drift(node, request));
        }

        // A node that was renamed asks what another one asked.
        var own = same.Where(entry => entry.Exchange.Node.Equals(node, StringComparison.OrdinalIgnoreCase)).ToList();
        var answers = own.Count > 0 ? own : same;
        var times = _asked.AddOrUpdate((node, hash), 1, (_, count) => count + 1);
        var (file, exchange) = answers[Math.Min(times, answers.Count) - 1];
        _played[file] = true;
        if (exchange.Failure is { } failure)
        {
            return new CassetteLookup(
                new RecordedAnswer(null, new NodeFailure(failure.Kind, failure.Message) { Detail = failure.Detail, Status = failure.Status }, failure.Cost), null);
        }

        var answer = exchange.Answer!;
        return new CassetteLookup(
            new RecordedAnswer(new ChatAnswer(answer.Text, answer.Usage) { Model = answer.Model, FinishReason = answer.FinishReason }, answer.Cost)
            {
                Chunks = answer.Chunks ?? [],
            },
            null);
    }

    private string Drift(string node, JsonElement request)
    {
        var own = _exchanges.Where(entry => entry.Exchange.Node.Equals(node, StringComparison.OrdinalIgnoreCase)).ToList();
        var (file, difference) = (own.Count > 0 ? own : _exchanges)
            .Select(entry => (entry.File, Difference: RequestDifference.Between(entry.Exchange.Request, request)))
            .MinBy(entry => entry.Difference.Weight);
        return $"nearest to it is {file} of the cassette '{_shown}': {difference.Sentence}";
    }

    private static Exchange? Read(string path, out string? problem)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            problem = $"'{path}' is no file of a cassette: it is larger than {MostBytes / 1024 / 1024} MB";
            return null;
        }

        var exchange = Exchange.Read(File.ReadAllBytes(path), out var wrong);
        problem = wrong is not null ? $"'{path}' is no file of a cassette: {wrong}"
            : exchange!.Hash != RequestHash.Of(exchange.Request) ? $"'{path}' was changed: its hash is not that of its request; record it again, or write the hash {RequestHash.Of(exchange.Request)}"
            : exchange.Answer?.Chunks is { } chunks && (chunks.Any(length => length < 0) || chunks.Sum(length => (long)length) > exchange.Answer!.Text.Length)
                ? $"'{path}' was changed: its chunks are longer than its text"
            : null;
        return problem is null ? exchange : null;
    }
}
