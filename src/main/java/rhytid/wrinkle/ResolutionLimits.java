package rhytid.wrinkle;

import org.jspecify.annotations.Nullable;

/**
 * What a photo must resolve for a region's lines.
 *
 * @param finePxPerMm for the fine lines around eye and mouth, on nose and chin: a line 0.5 mm wide spans 1.3 px
 * @param coarsePxPerMm for forehead, glabella and folds, whose lines are about 1 mm wide
 */
record ResolutionLimits(double finePxPerMm, double coarsePxPerMm) {

    static final ResolutionLimits DEFAULT = new ResolutionLimits(2.6, 1.6);

    @Nullable
    String reason(Region region, double pxPerMm) {
        double least = switch (region) {
            case FOREHEAD, GLABELLA, NASOLABIAL_RIGHT, NASOLABIAL_LEFT, MARIONETTE_RIGHT, MARIONETTE_LEFT ->
                coarsePxPerMm;
            default -> finePxPerMm;
        };
        return pxPerMm >= least ? null : "the photo's resolution is too low to show lines here";
    }
}
