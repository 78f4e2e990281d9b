package rhytid.face;

import rhytid.geometry.Polyline;

/**
 * A border in the face, in pixels of the photo, from the subject's medial to the lateral end.
 *
 * @param line the border
 * @param errorPx standard error of its position across itself, in pixels
 * @param refined whether it was found in the full-resolution photo; otherwise the mesh's points stand in
 */
public record Contour(Polyline line, double errorPx, boolean refined) {}
