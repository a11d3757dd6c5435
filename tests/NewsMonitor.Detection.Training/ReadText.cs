using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Detection.Training;

/// <summary>A labelled text with everything the rules see in it.</summary>
internal sealed record ReadText(LabelledText Text, List<Candidate> Candidates, int Sentences);
