package rhytid.wrinkle;

import java.util.Map;
import java.util.stream.Collectors;
import rhytid.face.FaceLandmarks;
import rhytid.geometry.Affine;
import rhytid.geometry.Polygon;

/** The regions' outlines, for whoever paints into them. */
public final class RegionShapes {

    private RegionShapes() {}

    /** In the unit of the mesh: pixels, or millimetres where it is given in them. */
    public static Map<Region, Polygon> of(FaceLandmarks mesh, double unitsPerMm) {
        SkinFrame frame = SkinFrame.of(mesh, unitsPerMm);
        Affine back = frame.mmToPhoto();
        return RegionOutlines.of(mesh, frame).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().transformed(back)));
    }
}
