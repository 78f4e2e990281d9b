package rhytid.wrinkle;

import java.util.EnumMap;
import java.util.Map;
import rhytid.face.Face;
import rhytid.geometry.Affine;
import rhytid.photo.Photo;

/**
 * Finds and measures the lines of one photo. What is found depends on the photo's sharpness: compare pairs with
 * {@link PairedLines}, never two of these.
 */
public final class LineAnalysis {

    private LineAnalysis() {}

    /** Every region, those that can't be used with their reason. */
    public static Map<Region, RegionLines> analyze(Photo photo, Face face) {
        SkinFrame frame = SkinFrame.of(face);
        Canvas canvas = Canvas.of(face, frame, frame.pxPerMm());
        SkinMask mask = canvas.mask(photo, face.landmarks(), frame);
        Raster flat = FlatSkin.flatten(LightReader.luminance(photo, frame, canvas.raster(), null), mask);
        LineSearch search = new LineSearch(flat, mask.skin());
        Map<Region, RegionLines> found = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            found.put(region, region(region, canvas, mask, flat, search));
        }
        return found;
    }

    private static RegionLines region(Region region, Canvas canvas, SkinMask mask, Raster flat, LineSearch search) {
        SkinArea area = SkinArea.of(region, canvas, mask, SkinLimits.DEFAULT);
        Affine toPhoto = canvas.frame().mmToPhoto();
        String reason = ResolutionLimits.DEFAULT.reason(region, canvas.photoPxPerMm());
        reason = reason == null ? area.reason() : reason;
        if (reason != null) {
            return Readout.unusable(region, area, toPhoto::apply, reason);
        }
        LineSearch.Findings found = search.lines(region, area, canvas.anchors(), TraceLimits.DEFAULT);
        double error = found.placebo().spread(flat, null, 1);
        return Readout.of(region, area, found, flat, AfterContrast.OWN, error, toPhoto::apply);
    }
}
