package rhytid.phantom;

import rhytid.geometry.Point;

/**
 * A part of the face frame as pixels.
 *
 * @param leftMm where its first column begins
 * @param topMm where its first row begins
 * @param width in pixels
 * @param height in pixels
 */
record Window(double leftMm, double topMm, int width, int height, double pxPerMm) {

    /** The pixel grid over a rectangle in mm. */
    static Window over(double left, double top, double right, double bottom, double pxPerMm) {
        return new Window(
                left,
                top,
                Math.max(8, (int) Math.ceil((right - left) * pxPerMm)),
                Math.max(8, (int) Math.ceil((bottom - top) * pxPerMm)),
                pxPerMm);
    }

    double xMm(int column) {
        return leftMm + (column + 0.5) / pxPerMm;
    }

    double yMm(int row) {
        return topMm + (row + 0.5) / pxPerMm;
    }

    /** Column of a place, with fraction; whole numbers are centres of pixels. */
    double column(double xMm) {
        return (xMm - leftMm) * pxPerMm - 0.5;
    }

    double row(double yMm) {
        return (yMm - topMm) * pxPerMm - 0.5;
    }

    Plane filled(float value) {
        return Plane.filled(width, height, value);
    }

    /** What a place of the face frame becomes. */
    @FunctionalInterface
    interface Place {
        double at(double xMm, double yMm);
    }

    Plane of(Place place) {
        return Plane.of(width, height, (x, y) -> (float) place.at(xMm(x), yMm(y)));
    }

    /** A picture of the whole face frame, seen in this window. */
    Plane seen(Plane whole, double wholePxPerMm) {
        double blur = 0.45 * Math.sqrt(Math.max(0, wholePxPerMm * wholePxPerMm / (pxPerMm * pxPerMm) - 1));
        Plane soft = blur > 0.2 ? whole.blurred(blur) : whole;
        return of((x, y) -> soft.cubic(x * wholePxPerMm - 0.5, y * wholePxPerMm - 0.5));
    }

    boolean contains(Point mm, double marginMm) {
        return mm.x() > leftMm - marginMm
                && mm.y() > topMm - marginMm
                && mm.x() < leftMm + width / pxPerMm + marginMm
                && mm.y() < topMm + height / pxPerMm + marginMm;
    }
}
