using System.Collections.Immutable;

namespace NewsMonitor.Configuration;

/// <summary>What reading the configuration came to: either settings, or every problem at once.</summary>
internal sealed record SettingsReading(Settings? Settings, ImmutableArray<EffectiveSetting> Effective, ImmutableArray<SettingProblem> Problems);
