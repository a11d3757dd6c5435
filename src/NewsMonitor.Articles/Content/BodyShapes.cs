using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>How the paragraphs of a body are marked up: templates build all of them alike, and what stands beside them otherwise.</summary>
internal sealed class BodyShapes
{
    /// <summary>A shape that holds less of the prose than this is no paragraph of the body.</summary>
    private const double LeastPart = 0.2;

    private readonly HashSet<Shape> _shapes;
    private readonly HashSet<Shape> _placed;

    private BodyShapes(HashSet<Shape> shapes, HashSet<Shape> placed, double share) => (_shapes, _placed, Share) = (shapes, placed, share);

    /// <summary>The part of the prose that has one of the shapes and stands where the others of it stand, 0 to 1: near 1 where one template made it all.</summary>
    public double Share { get; }

    /// <summary>The shapes of the prose of a section.</summary>
    public static BodyShapes Of(PageOutline page, Section content)
    {
        var (mass, placedMass, total) = (new Dictionary<Shape, double>(), new Dictionary<Shape, double>(), 0.0);
        for (var i = content.Start; i < content.End; i++)
        {
            var block = page.Blocks[i];
            if (!block.IsProse || block.Section.Excluded) continue;
            var (shape, placed) = (Shape.Of(block.Section), Shape.Placed(block.Section));
            mass[shape] = mass.GetValueOrDefault(shape) + block.Weight;
            placedMass[placed] = placedMass.GetValueOrDefault(placed) + block.Weight;
            total += block.Weight;
        }
        var placedShapes = Frequent(placedMass, total);
        return new BodyShapes(Frequent(mass, total), placedShapes, total == 0 ? 0 : placedShapes.Sum(shape => placedMass[shape]) / total);
    }

    /// <summary>Whether a section is marked up like the body's paragraphs.</summary>
    public bool Has(Section section) => _shapes.Contains(Shape.Of(section));

    /// <summary>Whether a section is marked up like the body's paragraphs and stands where they stand: without class names one paragraph looks like any other.</summary>
    public bool HasPlaced(Section section) => _placed.Contains(Shape.Placed(section));

    private static HashSet<Shape> Frequent(Dictionary<Shape, double> mass, double total) =>
        [.. mass.Where(shape => shape.Value >= total * LeastPart).Select(shape => shape.Key)];

    /// <param name="Own">The shape of a section.</param>
    /// <param name="Outer">The shape of the section around it, where its own is not enough; else −1.</param>
    private readonly record struct Shape(int Own, int Outer)
    {
        public static Shape Of(Section section) => new(section.Shape, -1);

        public static Shape Placed(Section section) => section.Classes.Length > 0 || section.Parent is not { } parent ? Of(section) : new(section.Shape, parent.Shape);
    }
}
