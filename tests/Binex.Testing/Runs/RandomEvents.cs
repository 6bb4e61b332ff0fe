using System.Reflection;
using Binex.Core.Costs;
using Binex.Core.Runs.Events;

namespace Binex.Testing.Runs;

/// <summary>Makes events of every kind with random members, so that a new kind or member is tested without a new line of test.</summary>
public static class RandomEvents
{
    // More is no amount that a journal may tell of.
    private const decimal MostUsd = 1_000_000_000_000_000;

    private static readonly string[] Texts = ["", "a", "node-1", "two words", "\"quoted\" \\ back", "line\nfeed\r\t\0", "ünï→码🙂", "</script>"];
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>All kinds of events, by name.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(RunEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RunEvent)) && !type.IsAbstract).OrderBy(type => type.Name)];

    /// <summary>An event of any kind.</summary>
    /// <param name="random">Where its members come from.</param>
    public static RunEvent Next(Random random) => Of(Kinds[random.Next(Kinds.Count)], random, full: false);

    /// <summary>An event of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="random">Where its members come from.</param>
    /// <param name="full">Whether every member has a value and every collection an item.</param>
    public static RunEvent Of(Type kind, Random random, bool full) => (RunEvent)Make(kind, random, full);

    private static object Value(Type type, Random random, bool full)
    {
        if (type.IsEnum)
        {
            var values = type.GetEnumValues();
            return values.GetValue(random.Next(values.Length))!;
        }

        return type == typeof(string) ? Text(random)
            : type == typeof(int) ? random.Next(int.MinValue, int.MaxValue)
            : type == typeof(long) ? random.NextInt64(long.MinValue, long.MaxValue)
            : type == typeof(bool) ? random.Next(2) == 0
            : type == typeof(decimal) ? Decimal(random)
            : type == typeof(Money) ? new Money(Decimal(random) % MostUsd)
            : type == typeof(TimeSpan) ? new TimeSpan(random.NextInt64(TimeSpan.TicksPerDay))
            : type == typeof(IReadOnlyList<string>) ? Enumerable.Range(0, Count(random, full)).Select(_ => Text(random)).ToArray()
            : type == typeof(IReadOnlyList<PlannedNode>) ? List<PlannedNode>(random, full)
            : type == typeof(IReadOnlyList<SharedAccount>) ? List<SharedAccount>(random, full)
            : type == typeof(IReadOnlyList<AttachedFile>) ? List<AttachedFile>(random, full)
            : type == typeof(IReadOnlyDictionary<string, string>) ? Enumerable.Range(0, Count(random, full)).ToDictionary(i => $"{Text(random)}{i}", _ => Text(random))
            : Make(type, random, full);
    }

    private static T[] List<T>(Random random, bool full) => [.. Enumerable.Range(0, Count(random, full)).Select(_ => (T)Make(typeof(T), random, full))];

    private static object Make(Type type, Random random, bool full)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, random, full))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var inner = Nullable.GetUnderlyingType(property.PropertyType);
            var canBeNull = inner is not null || IsNullable(property);
            property.SetValue(made, canBeNull && !full && random.Next(2) == 0 ? null : Value(inner ?? property.PropertyType, random, full));
        }

        return made;
    }

    private static bool IsNullable(PropertyInfo property)
    {
        lock (Nullability)
        {
            return Nullability.Create(property).WriteState == NullabilityState.Nullable;
        }
    }

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static decimal Decimal(Random random) => new(random.Next(), random.Next(), random.Next(1000), random.Next(2) == 0, (byte)random.Next(20));

    private static int Count(Random random, bool full) => full ? random.Next(1, 4) : random.Next(4);
}
