package rhytid.wrinkle;

import rhytid.geometry.Polyline;

/**
 * One wrinkle line.
 *
 * @param path its course, in pixels of the upright photo
 * @param lengthMm at least 3
 * @param widthMm width at half depth
 * @param depth mean Weber contrast along the line, 0 to 1: how much darker than the skin beside it
 * @param directionDeg its mean direction, −90 to 90: 0 runs along the pupillary line, positive falls to the right of
 *     the picture
 */
public record Line(Polyline path, double lengthMm, double widthMm, double depth, double directionDeg) {}
