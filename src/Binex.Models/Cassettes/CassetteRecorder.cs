using System.Collections.Concurrent;
using System.Text.Json;
using Binex.Core.Cassettes;

namespace Binex.Models.Cassettes;

/// <summary>Writes exchanges into a folder, a file each. What was recorded there before under the same name is replaced; the rest stays.</summary>
public sealed class CassetteRecorder : ICassetteRecorder
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<(string Node, string Hash), int> _kept = new();

    private CassetteRecorder(string folder) => _folder = folder;

    /// <summary>Opens a folder, and makes it where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problem">Why nothing can be recorded there, as a sentence; null when it can.</param>
    /// <returns>The recorder; null when nothing can be recorded there.</returns>
    public static CassetteRecorder? Open(string folder, out string? problem)
    {
        try
        {
            Directory.CreateDirectory(folder);
            problem = null;
            return new CassetteRecorder(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"nothing can be recorded in '{folder}': {error.Message}";
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task KeepAsync(string node, JsonElement request, RecordedAnswer recorded, CancellationToken cancellationToken)
    {
        var hash = RequestHash.Of(request);
        var number = _kept.AddOrUpdate((node, hash), 1, (_, count) => count + 1);
        var exchange = new Exchange(Exchange.Version, node, hash, request) { Answer = AnswerOf(recorded), Failure = FailureOf(recorded) };
        var path = Path.Join(_folder, ExchangeFile.Name(node, hash, number));
        try
        {
            await File.WriteAllBytesAsync($"{path}.tmp", exchange.Write(), cancellationToken).ConfigureAwait(false);
            File.Move($"{path}.tmp", path, overwrite: true);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"the cassette '{_folder}' cannot be written: {error.Message}", error);
        }
    }

    private static ExchangeAnswer? AnswerOf(RecordedAnswer recorded) => recorded.Answer is not { } answer ? null : new ExchangeAnswer(answer.Text, recorded.Cost)
    {
        Model = answer.Model,
        FinishReason = answer.FinishReason,
        Chunks = recorded.Chunks.Count > 0 ? recorded.Chunks : null,
        Usage = answer.Usage,
    };

    private static ExchangeFailure? FailureOf(RecordedAnswer recorded) => recorded.Failure is not { } failure ? null : new ExchangeFailure(failure.Kind, failure.Message, recorded.Cost)
    {
        Detail = failure.Detail,
        Status = failure.Status,
    };
}
