using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsMonitor.Storage;

/// <summary>What a copy came to.</summary>
/// <param name="Bytes">The copy's size.</param>
/// <param name="Schema">The schema version of what was copied.</param>
internal sealed record CopiedDatabase(long Bytes, int Schema);

/// <summary>Copies a database that may be in use: what is in the copy is what was committed at one instant.</summary>
internal static class DatabaseCopy
{
    /// <summary>
    /// Writes a copy that appears whole, checked and under its name, or not at all; a file of that name is replaced. The database is only read, and by SQLite's own online
    /// backup: copying its files by hand would miss what still stands in the write-ahead log.
    /// </summary>
    /// <param name="source">The database file.</param>
    /// <param name="target">The copy's full path, in a folder that exists.</param>
    /// <exception cref="DatabaseUnusableException">The database cannot be read, the copy cannot be written, or the copy is not intact.</exception>
    public static CopiedDatabase Write(string source, string target)
    {
        if (!File.Exists(source))
            throw new DatabaseUnusableException($"{source}: there is no database yet; `newsmonitor run` or `newsmonitor seed` makes one");

        // Beside its final place, so that the last step is a renaming; the dot hides it from whoever watches the folder.
        var draft = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            var schema = Copy(source, draft);
            Flush(draft);
            File.Move(draft, target, overwrite: true);
            return new CopiedDatabase(new FileInfo(target).Length, schema);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException($"{target}: the copy failed: {Database.Sentence(trouble)}", trouble);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static int Copy(string source, string draft)
    {
        using var from = Open(source, SqliteOpenMode.ReadOnly);
        using var to = Open(draft, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);

        // One file, without a log beside it that could be left behind.
        to.Execute("PRAGMA journal_mode = DELETE");
        var found = to.Query<string>("PRAGMA integrity_check(3)").AsList();
        if (found is not ["ok"])
            throw new DatabaseUnusableException($"{source}: damaged, so the copy was not kept: {string.Join("; ", found)}; move it aside and restore an earlier backup");
        return to.ExecuteScalar<int>("PRAGMA user_version");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
