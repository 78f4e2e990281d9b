package rhytid.face;

import rhytid.geometry.Point;

/**
 * A visible iris in pixels of the photo.
 *
 * @param centre centre of the limbus, taken as the pupil's centre
 * @param diameterPx horizontal visible diameter, limbus to limbus
 * @param diameterErrorPx its standard error
 * @param refined whether the limbus was fitted in the full-resolution photo; otherwise the mesh's points stand in
 */
public record Iris(Point centre, double diameterPx, double diameterErrorPx, boolean refined) {
    public Iris {
        if (!(diameterPx > 0)) {
            throw new IllegalArgumentException("an iris of " + diameterPx + " px");
        }
    }
}
