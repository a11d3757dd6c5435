using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsMonitor.Storage;

/// <summary>The schema as an ordered list of scripts; its length is the newest version. A script is never changed once released: a new one follows.</summary>
internal static class Migrations
{
    private static readonly ImmutableArray<string> Scripts = ["0001_schema.sql", "0002_feed_trouble.sql", "0003_claims.sql", "0004_revisits.sql", "0005_digest_slots.sql", "0006_decisions.sql", "0007_channels.sql"];

    /// <summary>The schema version this program writes.</summary>
    public static int Newest => Scripts.Length;

    /// <summary>Brings a database up to date, each step in a transaction of its own.</summary>
    /// <exception cref="DatabaseUnusableException">The database was written by a newer program.</exception>
    public static void Apply(SqliteConnection connection)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (version > Newest)
            throw new DatabaseUnusableException($"{connection.DataSource}: schema {version} is newer than this program's {Newest}; run the newer newsmonitor or restore a backup");

        for (; version < Newest; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);

            // Another process may have done this step while we waited for the lock.
            if (connection.ExecuteScalar<int>("PRAGMA user_version") == version)
            {
                connection.Execute(Script(Scripts[version]));
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
            }

            transaction.Commit();
        }
    }

    /// <summary>The text of a script.</summary>
    /// <exception cref="InvalidOperationException">There is no such script.</exception>
    public static string Script(string name)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream($"Migrations/{name}")
            ?? throw new InvalidOperationException($"The migration {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
