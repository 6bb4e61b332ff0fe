using System.Reflection;
using Binex.Core.Models;
using Binex.Engine.Calls;

namespace Binex.Engine.Tests.Architecture;

public sealed class MoneyPathTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // The request carries the model from outside to the engine, which hands it to the metered calls and nobody else.
    private static readonly string[] Carriers = [nameof(RunRequest), nameof(RunEngine)];

    [Fact]
    public void ChatModel_IsHeldByMeteredCallsAlone()
    {
        var holders = typeof(RunEngine).Assembly.GetTypes().Where(HoldsAChatModel).Select(type => type.Name).Except(Carriers);

        holders.ShouldBe([nameof(MeteredCalls)]);
    }

    [Fact]
    public void RunEngine_KeepsNoChatModel() => typeof(RunEngine).GetFields(Everything).ShouldNotContain(field => IsChatModel(field.FieldType));

    private static bool HoldsAChatModel(Type type) =>
        type.GetFields(Everything).Any(field => IsChatModel(field.FieldType))
        || type.GetProperties(Everything).Any(property => IsChatModel(property.PropertyType))
        || type.GetConstructors(Everything).Cast<MethodBase>().Concat(type.GetMethods(Everything))
            .Any(method => method.GetParameters().Any(parameter => IsChatModel(parameter.ParameterType)));

    private static bool IsChatModel(Type type) => typeof(IChatModel).IsAssignableFrom(type) || type.GenericTypeArguments.Any(IsChatModel);
}
