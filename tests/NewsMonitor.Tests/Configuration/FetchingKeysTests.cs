using NewsMonitor.Configuration;
using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Configuration;

public sealed class FetchingKeysTests
{
    [Theory]
    [InlineData("UserAgent", "")]
    [InlineData("UserAgent", "Monitor/1.0\r\nX-Injected: 1")]
    [InlineData("UserAgent", "(only a comment)")]
    [InlineData("UserAgent", "новости/1.0")]
    [InlineData("PerHostDelay", "-00:00:01")]
    [InlineData("PerHostDelay", "01:00:01")]
    [InlineData("PerHostConnections", "0")]
    [InlineData("PerHostConnections", "65")]
    [InlineData("MaxConcurrency", "0")]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("Timeout", "00:10:01")]
    [InlineData("MaxBytes", "0")]
    [InlineData("AllowedNetworks", "10.0.0.0/33")]
    [InlineData("AllowedNetworks", "home")]
    public void A_value_out_of_bounds_is_named_with_the_mend(string key, string value) => Assert.NotEmpty(Key(key).Mend(value)!);

    [Theory]
    [InlineData("PerHostDelay", "00:00:00.250")]
    [InlineData("PerHostConnections", "64")]
    [InlineData("AllowedNetworks", "fd00::/8")]
    public void A_value_within_the_bounds_is_taken(string key, string value) => Assert.Null(Key(key).Mend(value));

    [Fact]
    public void Every_default_is_valid_and_the_one_that_holds_without_a_configuration()
    {
        var settings = SettingsReader.Read(null).Settings!.Fetching;

        Assert.All(SettingKeys.All.Where(key => key.Default is not null && !key.IsList), key => Assert.Null(key.Mend(key.Default!)));
        Assert.Equivalent(new FetchingOptions(), settings);
    }

    private static SettingKey Key(string name) => SettingKeys.All.Single(key => key.Name == "Fetching:" + name);
}
