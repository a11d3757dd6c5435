using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace NewsMonitor.Tests.Worlds;

/// <summary>
/// Counts the statements that go to a database and, at one that a test chose, ends the process as the database sees it: that statement and all after it fail, and what was
/// not committed is rolled back.
/// </summary>
internal sealed class BreakableStatements
{
    private readonly Lock counting = new();
    private long breakAt = long.MaxValue;

    /// <summary>How many statements there were.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the process is dead.</summary>
    public bool Broken { get; private set; }

    /// <summary>Breaks at the given statement from now on, 1 being the next.</summary>
    public void BreakAfter(long statements)
    {
        lock (counting)
            breakAt = Count + statements;
    }

    /// <summary>The process is started again.</summary>
    public void Mend()
    {
        lock (counting)
            (Broken, breakAt) = (false, long.MaxValue);
    }

    /// <summary>A connection whose statements are counted.</summary>
    public IDbConnection Through(IDbConnection connection) => new WatchedConnection((DbConnection)connection, this);

    private void Next()
    {
        lock (counting)
        {
            Count++;
            Broken |= Count >= breakAt;
            if (Broken)
                throw new ProcessEndedException();
        }
    }

    /// <summary>Hands everything on; only its commands are others. The connection belongs to the database and is not closed here.</summary>
    private sealed class WatchedConnection(DbConnection inner, BreakableStatements watch) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString
        {
            get => inner.ConnectionString;
            set => inner.ConnectionString = value;
        }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Open() => inner.Open();

        public override void Close()
        {
            // See the class.
        }

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

        protected override DbCommand CreateDbCommand() => new WatchedCommand(inner.CreateCommand(), this, watch);
    }

    private sealed class WatchedCommand(DbCommand inner, DbConnection connection, BreakableStatements watch) : DbCommand
    {
        [AllowNull]
        public override string CommandText
        {
            get => inner.CommandText;
            set => inner.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => inner.CommandTimeout;
            set => inner.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => inner.CommandType;
            set => inner.CommandType = value;
        }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource
        {
            get => inner.UpdatedRowSource;
            set => inner.UpdatedRowSource = value;
        }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => inner.Transaction;
            set => inner.Transaction = value;
        }

        public override void Cancel() => inner.Cancel();

        public override void Prepare() => inner.Prepare();

        public override int ExecuteNonQuery()
        {
            watch.Next();
            return inner.ExecuteNonQuery();
        }

        public override object? ExecuteScalar()
        {
            watch.Next();
            return inner.ExecuteScalar();
        }

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            watch.Next();
            return inner.ExecuteReader(behavior & ~CommandBehavior.CloseConnection);
        }

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>The process ended here.</summary>
internal sealed class ProcessEndedException() : Exception("the process ended at this statement");
