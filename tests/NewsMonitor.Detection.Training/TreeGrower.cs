using NewsMonitor.Detection.Model;

namespace NewsMonitor.Detection.Training;

/// <summary>
/// Grows boosted trees of depth three for a yes-or-no question by second-order gradient boosting (Chen and Guestrin 2016), from at most 64 splits a number. Equal
/// rows give equal trees.
/// </summary>
internal sealed class TreeGrower(IReadOnlyList<string> numbers, float[][] rows, bool[] labels)
{
    private const int Count = 60;
    private const int Depth = 3;
    private const int MostSplits = 64;
    private const int LeastRows = 20;
    private const double Rate = 0.08;
    private const double Shrinkage = 1;

    // A claim missed costs as much as one too many, and there are more false claims than true ones.
    private const double TrueWeight = 1.3;

    private readonly float[][] _splits = [.. Enumerable.Range(0, numbers.Count).Select(n => SplitsOf(rows, n))];

    public Trees Grow()
    {
        var trees = new Trees(numbers);
        var scores = new double[rows.Length];
        var base_ = Math.Log((labels.Count(l => l) + 1d) / (labels.Count(l => !l) + 1d));
        Array.Fill(scores, base_);
        trees.Add(Leaf(base_));
        var gradients = new double[rows.Length];
        var curvatures = new double[rows.Length];
        for (var t = 0; t < Count; t++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                var weight = labels[i] ? TrueWeight : 1;
                gradients[i] = weight * ((labels[i] ? 1 : 0) - p);
                curvatures[i] = weight * Math.Max(p * (1 - p), 1e-6);
            }

            var tree = new Trees.Node[Trees.Nodes];
            Split(tree, 0, 0, [.. Enumerable.Range(0, rows.Length)], gradients, curvatures, scores);
            trees.Add(tree);
        }

        return trees;
    }

    private static Trees.Node[] Leaf(double value)
    {
        var tree = new Trees.Node[Trees.Nodes];
        tree[0] = new Trees.Node(-1, (float)Math.Round(value, 4));
        return tree;
    }

    private void Split(Trees.Node[] tree, int node, int depth, int[] members, double[] gradients, double[] curvatures, double[] scores)
    {
        var (number, split) = depth < Depth ? Best(members, gradients, curvatures) : (-1, 0);
        if (number < 0)
        {
            var value = (float)Math.Round(Rate * members.Sum(i => gradients[i]) / (members.Sum(i => curvatures[i]) + Shrinkage), 4);
            tree[node] = new Trees.Node(-1, value);
            foreach (var i in members)
                scores[i] += value;
            return;
        }

        tree[node] = new Trees.Node(number, split);
        Split(tree, (2 * node) + 1, depth + 1, [.. members.Where(i => rows[i][number] < split)], gradients, curvatures, scores);
        Split(tree, (2 * node) + 2, depth + 1, [.. members.Where(i => rows[i][number] >= split)], gradients, curvatures, scores);
    }

    private (int Number, float Split) Best(int[] members, double[] gradients, double[] curvatures)
    {
        var best = (Number: -1, Split: 0f);
        var bestGain = 1e-4;
        double allG = members.Sum(i => gradients[i]), allH = members.Sum(i => curvatures[i]);
        for (var number = 0; number < numbers.Count; number++)
        {
            var splits = _splits[number];
            var (g, h, n) = (new double[splits.Length + 1], new double[splits.Length + 1], new int[splits.Length + 1]);
            foreach (var i in members)
            {
                var bin = Array.BinarySearch(splits, rows[i][number]);
                bin = bin >= 0 ? bin + 1 : ~bin;
                g[bin] += gradients[i];
                h[bin] += curvatures[i];
                n[bin]++;
            }

            double leftG = 0, leftH = 0;
            var left = 0;
            for (var s = 0; s < splits.Length; s++)
            {
                leftG += g[s];
                leftH += h[s];
                left += n[s];
                if (left < LeastRows || members.Length - left < LeastRows)
                    continue;
                var gain = Gain(leftG, leftH) + Gain(allG - leftG, allH - leftH) - Gain(allG, allH);
                if (gain > bestGain)
                    (best, bestGain) = ((number, splits[s]), gain);
            }
        }

        return best;
    }

    private static double Gain(double g, double h) => g * g / (h + Shrinkage);

    // Between neighboring values, rounded so that the table of weights can be read.
    private static float[] SplitsOf(float[][] rows, int number)
    {
        var values = rows.Select(r => r[number]).Distinct().Order().ToArray();
        var step = Math.Max(1, values.Length / MostSplits);
        return [.. Enumerable.Range(0, values.Length).Where(i => i > 0 && i % step == 0).Select(i => (float)Math.Round((values[i - 1] + values[i]) / 2, 3)).Distinct()];
    }
}
