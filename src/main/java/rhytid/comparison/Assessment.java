package rhytid.comparison;

import java.util.List;
import java.util.Map;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.measure.Estimate;
import rhytid.measure.FaceMeasures;
import rhytid.photo.Photo;
import rhytid.photo.Refusal;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/**
 * One photo, measured. Owns the photo: close it.
 *
 * @param skin redness, shine and texture of the skin, by name
 * @param warnings what makes the numbers less certain
 */
public record Assessment(
        Photo photo,
        Expression expression,
        Face face,
        FaceMeasures measures,
        Map<Region, RegionLines> lines,
        Map<String, Estimate> skin,
        List<Refusal> warnings)
        implements AutoCloseable {

    @Override
    public void close() {
        photo.close();
    }
}
