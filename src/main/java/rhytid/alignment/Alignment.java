package rhytid.alignment;

import rhytid.geometry.Affine;

/**
 * How the follow-up lies over the baseline.
 *
 * @param followUpToBaseline the similarity from pixels of the follow-up to pixels of the baseline, by stable points
 *     alone
 * @param residualMmMedian what is left between the stable points, median, in mm of the baseline
 * @param residualMmP95 the same, 95th percentile
 */
public record Alignment(Affine followUpToBaseline, double residualMmMedian, double residualMmP95) {}
