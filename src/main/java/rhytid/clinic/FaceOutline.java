package rhytid.clinic;

import java.util.List;
import rhytid.geometry.Point;

/**
 * Where a face lies in a photo, as lines to hold another photo against: its outline, eyes, nose and mouth.
 *
 * @param lines in shares of the photo's height, both ways, from its upper left corner
 * @param aspect width of the photo by its height
 */
public record FaceOutline(double aspect, List<List<Point>> lines) {

    public FaceOutline {
        lines = lines.stream().map(List::copyOf).toList();
        if (!(aspect > 0)) {
            throw new IllegalArgumentException("a photo has a width and a height");
        }
    }
}
