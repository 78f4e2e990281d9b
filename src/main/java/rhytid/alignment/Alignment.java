package rhytid.alignment;

import java.util.Map;
import rhytid.geometry.Affine;

/**
 * How the follow-up lies over the baseline.
 *
 * @param followUpToBaseline the similarity from pixels of the follow-up to pixels of the baseline, by stable points
 *     alone
 * @param residualMmMedian what is left between the stable points, median, in mm of the baseline
 * @param residualMmP95 the same, 95th percentile
 * @param regions what is left in each region, by its name
 */
public record Alignment(
        Affine followUpToBaseline, double residualMmMedian, double residualMmP95, Map<String, Residual> regions) {

    /**
     * What is left between the skin of a region in both photos after its refinement, in mm of the baseline.
     *
     * @param mmMedian over its skin
     * @param mmP95 the same, 95th percentile
     */
    public record Residual(double mmMedian, double mmP95) {}

    public Alignment {
        regions = Map.copyOf(regions);
    }

    /** By stable points alone. */
    public Alignment(Affine followUpToBaseline, double residualMmMedian, double residualMmP95) {
        this(followUpToBaseline, residualMmMedian, residualMmP95, Map.of());
    }

    /** With what is left in each region after its refinement. */
    public Alignment with(Map<String, Residual> others) {
        return new Alignment(followUpToBaseline, residualMmMedian, residualMmP95, others);
    }
}
