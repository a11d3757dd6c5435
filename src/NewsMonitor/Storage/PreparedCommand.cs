using System.Data;
using System.Runtime.CompilerServices;

namespace NewsMonitor.Storage;

/// <summary>A statement that is prepared once for the life of its connection. It is for the few that every poll runs: for them preparing would cost more than running.</summary>
internal sealed class PreparedCommand
{
    private static readonly ConditionalWeakTable<IDbConnection, Dictionary<string, PreparedCommand>> Known = [];

    private readonly IDbCommand command;

    private PreparedCommand(IDbConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
    }

    /// <summary>The command of a statement on a connection, which runs one at a time.</summary>
    public static PreparedCommand Of(IDbConnection connection, string sql)
    {
        var commands = Known.GetOrCreateValue(connection);
        if (!commands.TryGetValue(sql, out var known))
            commands[sql] = known = new PreparedCommand(connection, sql);
        return known;
    }

    /// <summary>Runs it with values that come in the same order each time.</summary>
    public void Run(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Bind(values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public object? Scalar(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Bind(values);
        return command.ExecuteScalar();
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(Func<IDataRecord, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Bind(values);
        using var rows = command.ExecuteReader();
        var result = new List<T>();
        while (rows.Read())
            result.Add(read(rows));
        return result;
    }

    private void Bind(ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count == i)
            {
                var added = command.CreateParameter();
                added.ParameterName = values[i].Name;
                command.Parameters.Add(added);
            }

            ((IDbDataParameter)command.Parameters[i]!).Value = values[i].Value ?? DBNull.Value;
        }
    }
}
