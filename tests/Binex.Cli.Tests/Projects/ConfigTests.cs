using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Projects;

/// <summary><c>config</c>: every value and where it comes from.</summary>
public sealed class ConfigTests
{
    [Fact]
    public async Task Config_WithoutAFile_ShowsTheDefaults()
    {
        using var binex = new BinexProcess();
        Directory.CreateDirectory(binex.PathOf(".git"));

        var result = (await binex.RunAsync("config")).ShouldExit(0);

        result.Out.ShouldContain("no binex.yaml in");
        result.Out.ShouldMatch(@"store +\.binex +built-in default");
        result.Out.ShouldMatch(@"budget\.run +1 +built-in default");
        result.Out.ShouldMatch(@"concurrency\.default +8 +built-in default");
    }

    [Fact]
    public async Task Config_InAFolderBelow_ShowsThePlaceOfEveryValueAndNoKey()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", """
            store: runs
            budget: { run: 0.50 }
            providers:
              my-gateway:
                base_url: https://me:a-password@gateway.example/v1
                api_key: a-real-key-0123456789
              other: { base_url: https://other.example/v1, api_key: "${env.OTHER_KEY}" }
            """);
        binex.Write("flows/one.yaml", "name: one\nbudget: 0.25\nconcurrency: 2\nnodes: { a: { agent: local://noop } }\n");
        binex.Environment["BINEX_STORE"] = "elsewhere";
        binex.Environment["OTHER_KEY"] = "another-real-key-0123456789";

        var result = (await binex.RunAsync("config", "flows/one.yaml", "--format", "json")).ShouldExit(0);

        result.Out.ShouldNotContain("a-real-key");
        result.Out.ShouldNotContain("another-real-key");
        result.Out.ShouldNotContain("a-password");
        result.Json.GetProperty("file").GetString().ShouldBe("binex.yaml");
        var settings = result.Json.GetProperty("settings").EnumerateArray()
            .ToDictionary(setting => setting.GetProperty("key").GetString()!, setting => (setting.GetProperty("value").GetString(), setting.GetProperty("origin").ToString()));
        settings["store"].Item1.ShouldBe("elsewhere");
        settings["store"].Item2.ShouldContain("BINEX_STORE");
        settings["budget.run"].Item1.ShouldBe("0.25");
        settings["budget.run"].Item2.ShouldContain("flows/one.yaml");
        settings["concurrency"].Item1.ShouldBe("2");
        settings["providers.other.api_key"].Item1.ShouldBe("${env.OTHER_KEY}");
        settings["providers.my-gateway.api_key"].Item1.ShouldBe("***");
    }

    [Fact]
    public async Task Config_FileThatIsNotValid_SaysWhatIsWrong()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "stroe: runs\n");

        (await binex.RunAsync("config")).ShouldFail(2, "BNX1101", "did you mean 'store'?", "binex.yaml is not valid").Out.ShouldBeEmpty();
        var json = (await binex.RunAsync("config", "--format", "json")).ShouldExit(2).Json;
        json.GetProperty("error").GetProperty("exitCode").GetInt32().ShouldBe(2);
        json.GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("BNX1101");
    }
}
