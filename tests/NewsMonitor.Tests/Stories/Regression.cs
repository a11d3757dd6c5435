namespace NewsMonitor.Tests.Stories;

/// <summary>Learns the weights of a logistic regression by Newton's method, with a quadratic penalty on all of them but the bias.</summary>
internal static class Regression
{
    private const int MostSteps = 40;
    private const double Settled = 1e-6;

    /// <summary>The weights, the bias first.</summary>
    /// <param name="rows">Features, whether it is so, and how much the row counts.</param>
    /// <param name="penalty">On the square of each weight, relative to the mean loss.</param>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool IsSo, double Count)> rows, double penalty)
    {
        var size = rows[0].Features.Length + 1;
        var weights = new double[size];
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, curve) = Derivatives(rows, weights, penalty);
            var change = Solve(curve, slope);
            for (var i = 0; i < size; i++)
                weights[i] -= change[i];
            if (change.Max(Math.Abs) < Settled)
                break;
        }

        return weights;
    }

    private static (double[] Slope, double[,] Curve) Derivatives(IReadOnlyList<(double[] Features, bool IsSo, double Count)> rows, double[] weights, double penalty)
    {
        var size = weights.Length;
        var (slope, curve, all) = (new double[size], new double[size, size], rows.Sum(row => row.Count));
        foreach (var (features, isSo, count) in rows)
        {
            double[] values = [1, .. features];
            var sum = 0.0;
            for (var i = 0; i < size; i++)
                sum += weights[i] * values[i];
            var likely = 1 / (1 + Math.Exp(-sum));
            for (var i = 0; i < size; i++)
            {
                slope[i] += count / all * (likely - (isSo ? 1 : 0)) * values[i];
                for (var j = 0; j < size; j++)
                    curve[i, j] += count / all * likely * (1 - likely) * values[i] * values[j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            slope[i] += i == 0 ? 0 : penalty * weights[i];
            curve[i, i] += (i == 0 ? 0 : penalty) + 1e-9;
        }

        return (slope, curve);
    }

    /// <summary>Solves a positive definite system by elimination.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var result = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var row = 0; row < size; row++)
            {
                if (row == i)
                    continue;
                var factor = matrix[row, i] / matrix[i, i];
                for (var j = i; j < size; j++)
                    matrix[row, j] -= factor * matrix[i, j];
                result[row] -= factor * result[i];
            }
        }

        for (var i = 0; i < size; i++)
            result[i] /= matrix[i, i];
        return result;
    }
}
