package rhytid.phantom;

import rhytid.geometry.Polyline;
import rhytid.wrinkle.Region;

/**
 * A line that is in the picture.
 *
 * @param path in pixels of the photo
 * @param lengthMm between the places where it has half its mean depth
 * @param widthMm full width of the valley at half its depth
 * @param depth mean over that length of the Weber contrast of luminance (linear light) at the bottom of the valley,
 *     against the same skin without the line, under {@link Lighting#STATED}; at full sharpness
 */
public record TrueLine(String name, Region region, Polyline path, double lengthMm, double widthMm, double depth) {}
