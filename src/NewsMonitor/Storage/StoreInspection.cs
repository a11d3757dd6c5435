using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsMonitor.Storage;

/// <summary>One thing that was looked at.</summary>
/// <param name="Trouble">What is wrong with it and the mend, in one line; null where it is well.</param>
/// <param name="Says">What it is.</param>
internal sealed record Inspected(string What, string? Trouble, string Says);

/// <summary>Looks a database over without changing it: nothing is made, migrated or repaired.</summary>
internal static class StoreInspection
{
    // Several connections that write and checkpoint one write-ahead log can lose commits in SQLite before this.
    private static readonly Version SafeForManyWriters = new(3, 51, 3);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    // The write-ahead log shares memory between processes, which a file system of another machine cannot.
    private static readonly string[] Remote = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "9p", "ceph"];

    /// <summary>Everything there is to say of the database at <paramref name="path"/>.</summary>
    public static IReadOnlyList<Inspected> Of(string path, DateTimeOffset now)
    {
        if (!File.Exists(path))
            return [new Inspected("database", null, $"{path} does not exist yet; the first start makes it"), FileSystem(path)];
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
            connection.Open();
            return [Integrity(connection, path), .. Schema(connection), Writes(connection, path), FileSystem(path), Engine(connection), .. Times(connection, now)];
        }
        catch (SqliteException trouble)
        {
            return [new Inspected("database", $"{path}: {Database.Sentence(trouble)}", ""), FileSystem(path)];
        }
    }

    private static Inspected Integrity(SqliteConnection connection, string path)
    {
        var found = connection.Query<string>("PRAGMA integrity_check(3)").AsList();
        var dangling = found is ["ok"] ? connection.Query<(string Table, long? Row, string Parent, long Key)>("PRAGMA foreign_key_check").Take(3).ToList() : [];
        var trouble = found is not ["ok"]
            ? $"{path}: {string.Join("; ", found)}; move it aside and restore a backup"
            : dangling.Count > 0 ? $"{path}: rows of {string.Join(", ", dangling.Select(row => row.Table).Distinct(StringComparer.Ordinal))} belong to rows that do not exist; restore a backup" : null;
        return new Inspected("database", trouble, $"{path}, intact");
    }

    private static IEnumerable<Inspected> Schema(SqliteConnection connection)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        yield return version > Migrations.Newest
            ? new Inspected("schema", string.Create(CultureInfo.InvariantCulture, $"{version} is newer than this program's {Migrations.Newest}; run the newer newsmonitor or restore a backup"), "")
            : new Inspected("schema", null, version == Migrations.Newest
                ? version.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{version}; the next start brings it to {Migrations.Newest}"));
    }

    private static Inspected Writes(SqliteConnection connection, string path)
    {
        try
        {
            // Begun for writing and given up: what is asked is whether it could.
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute("CREATE TABLE write_check (x INTEGER) STRICT");
            transaction.Rollback();
            return new Inspected("database writes", null, "writable");
        }
        catch (SqliteException trouble)
        {
            return new Inspected("database writes", $"{path}: {Database.Sentence(trouble)}", "");
        }
    }

    private static Inspected FileSystem(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var kind = new DriveInfo(folder).DriveFormat;
        return Remote.Contains(kind, StringComparer.OrdinalIgnoreCase)
            ? new Inspected("file system", $"{folder} is on {kind}, on which SQLite's write-ahead log is not safe; move Storage:Path to a local disk", "")
            : new Inspected("file system", null, kind);
    }

    private static Inspected Engine(SqliteConnection connection)
    {
        var version = new Version(connection.ExecuteScalar<string>("SELECT sqlite_version()")!);
        return new Inspected("sqlite", null, version >= SafeForManyWriters ? version.ToString() : $"{version}; one connection writes, so that commits cannot be lost as they can before {SafeForManyWriters}");
    }

    /// <summary>Records from the future mean a clock that is wrong now or was wrong then.</summary>
    private static IEnumerable<Inspected> Times(SqliteConnection connection, DateTimeOffset now)
    {
        if (connection.ExecuteScalar<int>("PRAGMA user_version") is 0)
            yield break;
        var newest = UtcText.ReadNullable(connection.ExecuteScalar<string?>("SELECT max(at) FROM (SELECT max(first_seen_at) AS at FROM articles UNION ALL SELECT max(window_until) FROM digests)"));
        yield return newest > now + Ahead
            ? new Inspected("times", $"the newest record is of {UtcText.Of(newest)}, which is still to come; set the clock right, or wait: no digest is made before then", "")
            : new Inspected("times", null, newest is null ? "nothing recorded yet" : $"the newest record is of {UtcText.Of(newest)}");
    }
}
