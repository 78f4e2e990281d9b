package rhytid.wrinkle;

import rhytid.geometry.Point;

/**
 * How far the skin of the follow-up lies off the baseline's after the alignment, in millimetres: a point p of the
 * baseline is found at p + (dx, dy) in the follow-up. Both rasters lie over the same frame.
 */
record Flow(Raster dxMm, Raster dyMm) {

    Point apply(Point mm) {
        return mm.plus(new Point(dxMm.at(mm.x(), mm.y()), dyMm.at(mm.x(), mm.y())));
    }

    double lengthAt(Point mm) {
        return Math.hypot(dxMm.at(mm.x(), mm.y()), dyMm.at(mm.x(), mm.y()));
    }
}
