using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsMonitor.Storage;

/// <summary>
/// The SQLite file: one connection writes, any number read. A write is one immediate transaction under a lock, because several
/// connections that write and checkpoint one WAL can lose commits in SQLite before 3.51.3, and because a writer that waits here waits fairly.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Lock writing = new();
    private readonly SqliteConnection writer;
    private readonly string reading;
    private readonly Func<IDbConnection, IDbConnection> through;

    // Columns are named as SQL names them, members as C# does.
    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Opens or creates the file and brings its schema up to date.</summary>
    /// <exception cref="DatabaseUnusableException">The file cannot be opened, is no database, or is newer than this program.</exception>
    /// <param name="path">The file.</param>
    /// <param name="through">What every connection goes through before work gets it, so that tests can break off at any statement; null for nothing.</param>
    public Database(string path, Func<IDbConnection, IDbConnection>? through = null)
    {
        this.through = through ?? (connection => connection);
        Path = System.IO.Path.GetFullPath(path);
        var address = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = 30 };
        reading = new SqliteConnectionStringBuilder(address.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;
        address.Pooling = false;
        writer = new SqliteConnection(address.ConnectionString);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            writer.Open();
            writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");
            Migrations.Apply(writer);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or UnauthorizedAccessException)
        {
            writer.Dispose();
            throw new DatabaseUnusableException($"{Path}: {Sentence(trouble)}", trouble);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Runs <paramref name="work"/> in one transaction that is committed when it returns and rolled back when it throws.</summary>
    public T Write<T>(Func<IDbConnection, T> work)
    {
        lock (writing)
        {
            // Spelled out, because prepared commands outlive a transaction and may not belong to one.
            PreparedCommand.Of(writer, "BEGIN IMMEDIATE").Run();
            try
            {
                var result = work(through(writer));
                PreparedCommand.Of(writer, "COMMIT").Run();
                return result;
            }
            catch
            {
                // Some errors, such as a full disk, have rolled it back already.
                if (SQLitePCL.raw.sqlite3_get_autocommit(writer.Handle) == 0)
                    PreparedCommand.Of(writer, "ROLLBACK").Run();
                throw;
            }
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<IDbConnection> work) => Write(connection =>
    {
        work(connection);
        return true;
    });

    /// <summary>Runs <paramref name="work"/> on a read-only connection that sees one consistent state for each statement.</summary>
    public T Read<T>(Func<IDbConnection, T> work)
    {
        using var connection = new SqliteConnection(reading);
        connection.Open();
        return work(through(connection));
    }

    /// <summary>Why the store cannot be written to now, in one line; null where it can.</summary>
    public string? WriteTrouble()
    {
        try
        {
            Write(connection => connection.Execute("INSERT INTO facts (name, value) VALUES ('last-write-check', '') ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
            return null;
        }
        catch (SqliteException trouble)
        {
            return $"{Path}: {Sentence(trouble)}";
        }
    }

    public void Dispose()
    {
        using (var readers = new SqliteConnection(reading))
            SqliteConnection.ClearPool(readers);
        writer.Dispose();
    }

    /// <summary>What went wrong with a database file, and the mend, in one line without the file's name.</summary>
    internal static string Sentence(Exception trouble) => trouble switch
    {
        SqliteException { SqliteErrorCode: 26 } => "the file is not an SQLite database; move it aside or restore a backup",
        SqliteException { SqliteErrorCode: 11 } => "the database is damaged; move it aside and restore a backup",
        SqliteException { SqliteErrorCode: 14 } => "the file cannot be opened; check that the folder exists and is writable",
        SqliteException { SqliteErrorCode: 8 } => "the file is read-only; make it and its folder writable",
        SqliteException { SqliteErrorCode: 13 } => "the disk is full",
        SqliteException { SqliteErrorCode: 5 or 6 } => "another process holds the database",
        UnauthorizedAccessException => "no permission; make the folder writable for this user",
        _ => trouble.Message.ReplaceLineEndings(" "),
    };
}

/// <summary>The store cannot be used as it is. The message names the file, the cause and the mend.</summary>
internal sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
