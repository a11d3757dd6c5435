using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace NewsMonitor.Configuration;

/// <summary>Reads <c>appsettings.json</c> beside the program, then a named file, then the environment; checks all of it and says all that is wrong.</summary>
internal sealed partial class SettingsReader
{
    public const string EnvironmentPrefix = "NEWSMONITOR_";

    private readonly List<SettingProblem> problems = [];
    private readonly List<EffectiveSetting> effective = [];
    private readonly Dictionary<string, ImmutableArray<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> given = [];

    private SettingsReader()
    {
    }

    /// <summary>Reads and checks; never throws for what a user wrote.</summary>
    /// <param name="configFile">The file named with <c>--config</c>, or null.</param>
    public static SettingsReading Read(string? configFile)
    {
        var reader = new SettingsReader();
        if (configFile is not null && !File.Exists(configFile))
            return new(null, [], [new SettingProblem("--config", configFile, "the file does not exist; name one that does")]);

        IConfigurationRoot root;
        try
        {
            var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
            if (configFile is not null)
                builder.AddJsonFile(Path.GetFullPath(configFile), optional: false);
            root = builder.AddEnvironmentVariables(EnvironmentPrefix).Build();
        }
        catch (InvalidDataException trouble)
        {
            var cause = trouble.InnerException?.InnerException?.Message ?? trouble.InnerException?.Message ?? trouble.Message;
            return new(null, [], [new SettingProblem("--config", configFile ?? "appsettings.json", $"not JSON: {cause.ReplaceLineEndings(" ")}")]);
        }

        reader.NameUnknownKeys(root);
        foreach (var key in SettingKeys.All)
            reader.Take(root, key);
        var settings = reader.problems.Count == 0 ? reader.Compose() : null;
        return new(reader.problems.Count == 0 ? settings : null, [.. reader.effective], [.. reader.problems]);
    }

    private void NameUnknownKeys(IConfigurationRoot root)
    {
        foreach (var (name, value) in root.AsEnumerable().Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith(SettingKeys.LogLevels, StringComparison.OrdinalIgnoreCase) || SettingKeys.All.Any(key => Belongs(name, key)))
                continue;
            var near = SettingKeys.All.MinBy(key => Distance(key.Name, name))!.Name;
            problems.Add(new(name, Secretive(name) ? null : value, Distance(near, name) <= 4 ? $"unknown key; did you mean {near}?" : "unknown key; `newsmonitor config` lists those there are"));
        }
    }

    private void Take(IConfigurationRoot root, SettingKey key)
    {
        var section = root.GetSection(key.Name);
        var found = key.IsList && section.GetChildren().Any()
            ? [.. section.GetChildren().Select(child => child.Value).OfType<string>()]
            : Given(section.Value, key.IsList);
        var said = found.Length > 0 ? found : Given(key.Default, key.IsList);
        var source = found.Length > 0 ? Source(root, key) : "default";
        effective.Add(new(key.Name, said.Length == 0 ? null : key.IsSecret ? "***" : string.Join(", ", said), source));
        values[key.Name] = said;
        if (found.Length > 0)
            given.Add(key.Name);
        foreach (var value in found)
        {
            if (key.Mend(value) is { } mend)
                problems.Add(new(key.Name, key.IsSecret ? null : value, mend));
        }
    }

    private static ImmutableArray<string> Given(string? value, bool isList) => value switch
    {
        null => [],
        _ when isList => [.. value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        _ => [value.Trim()],
    };

    private static string Source(IConfigurationRoot root, SettingKey key)
    {
        foreach (var provider in root.Providers.Reverse())
        {
            if (provider.TryGet(key.Name, out _) || provider.GetChildKeys([], key.Name).Any())
                return provider is EnvironmentVariablesConfigurationProvider ? "environment" : ((JsonConfigurationProvider)provider).Source.Path ?? "file";
        }

        return "default";
    }

    private static bool Belongs(string name, SettingKey key) =>
        name.Equals(key.Name, StringComparison.OrdinalIgnoreCase)
        || (key.IsList && name.StartsWith(key.Name + ":", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(key.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static bool Secretive(string name) => SettingKeys.All.Any(key => key.IsSecret && Distance(key.Name, name) <= 4);

    /// <summary>Edits between two names (Levenshtein), upper and lower case alike.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
