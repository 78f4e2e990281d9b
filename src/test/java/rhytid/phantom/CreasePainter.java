package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** Carves lines into a canvas: adds to its height and keeps light from its valleys. */
final class CreasePainter {

    private static final double STEP_MM = 0.12;
    /** The light across a line turns with its course, slowly: worked out anew at every so many places. */
    private static final int SHADE_EVERY = 12;

    private final Window window;
    private final double pxPerMm;
    private final Plane height;
    private final Plane open;
    private final long seed;

    /**
     * @param height of the skin in mm, added to
     * @param open share of the light that reaches a place, multiplied
     */
    CreasePainter(Window window, Plane height, Plane open, long seed) {
        this.window = window;
        this.pxPerMm = window.pxPerMm();
        this.height = height;
        this.open = open;
        this.seed = seed;
    }

    /** One place of a course. */
    private record Place(Point at, Point across, double strength, double shade) {}

    /** A line as it was carved: course of its places, and how deep it is at each, of its mean depth. */
    record Carved(Polyline course, double lengthMm, double depth) {}

    Carved carve(Crease crease, double depth) {
        CreaseProfile profile = new CreaseProfile(crease.widthMm(), crease.fold());
        List<Place> places = places(crease, depth, profile);
        int reach = (int) Math.ceil(profile.reachMm() * pxPerMm);
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (Place p : places) {
            left = Math.min(left, (int) window.column(p.at.x()) - reach);
            right = Math.max(right, (int) window.column(p.at.x()) + reach);
            top = Math.min(top, (int) window.row(p.at.y()) - reach);
            bottom = Math.max(bottom, (int) window.row(p.at.y()) + reach);
        }
        int[] box = {
            Math.max(0, left), Math.max(0, top), Math.min(height.width - 1, right), Math.min(height.height - 1, bottom)
        };
        if (box[0] < box[2] && box[1] < box[3]) {
            paint(places, profile, depth, box);
        }
        return carved(places, depth);
    }

    private List<Place> places(Crease crease, double depth, CreaseProfile profile) {
        Polyline smooth = Shape.smooth(crease.course(), 0.4);
        int count = Math.max(8, (int) Math.ceil(smooth.length() / Math.max(STEP_MM, 0.5 / pxPerMm)));
        List<Point> course = smooth.resampled(count).points();
        double[] strength = strengths(crease, count, smooth.length());
        double[] light = Lighting.STATED.direction();
        List<Place> places = new ArrayList<>();
        double shade = 0;
        for (int i = 0; i < count; i++) {
            Point before = course.get(Math.max(0, i - 3));
            Point after = course.get(Math.min(count - 1, i + 3));
            Point across = after.minus(before).unit().quarterTurn();
            double lit = (across.x() * light[0] + across.y() * light[1]) / light[2];
            if (i % SHADE_EVERY == 0) {
                shade = profile.shadeFor(depth, lit) / depth;
            }
            places.add(new Place(course.get(i), across, strength[i], Math.min(0.95, shade * depth * strength[i])));
        }
        return places;
    }

    /** How deep the line is along its course; the mean between its half-depth ends is 1. */
    private double[] strengths(Crease crease, int count, double lengthMm) {
        Noise noise = new Noise(seed * 31 + crease.name().hashCode());
        double[] strength = new double[count];
        for (int i = 0; i < count; i++) {
            double t = i / (count - 1.0);
            double end = Math.min(t, 1 - t);
            double fade = crease.taper() == 0 ? 1 : Shape.step(0, crease.taper(), end);
            double uneven = crease.taper() == 0 ? 0 : 0.7 * noise.fractal(t * lengthMm / 9, 0.5, 2, 0.6f);
            strength[i] = fade * Math.max(0.15, 1 + uneven);
        }
        double sum = 0;
        int within = 0;
        for (double s : strength) {
            if (s >= 0.5) {
                sum += s;
                within++;
            }
        }
        double mean = within == 0 ? 1 : sum / within;
        for (int i = 0; i < count; i++) {
            strength[i] /= mean;
        }
        return strength;
    }

    private void paint(List<Place> places, CreaseProfile profile, double depth, int[] box) {
        int w = box[2] - box[0] + 1;
        int h = box[3] - box[1] + 1;
        float[] squared = new float[w * h];
        int[] owner = new int[w * h];
        java.util.Arrays.fill(squared, Float.MAX_VALUE);
        double reach = profile.reachMm() * pxPerMm;
        for (int i = 0; i < places.size(); i++) {
            double cx = window.column(places.get(i).at.x());
            double cy = window.row(places.get(i).at.y());
            for (int y = Math.max(box[1], (int) (cy - reach)); y <= Math.min(box[3], cy + reach); y++) {
                for (int x = Math.max(box[0], (int) (cx - reach)); x <= Math.min(box[2], cx + reach); x++) {
                    float d = (float) ((x - cx) * (x - cx) + (y - cy) * (y - cy));
                    int at = (y - box[1]) * w + x - box[0];
                    if (d < squared[at]) {
                        squared[at] = d;
                        owner[at] = i;
                    }
                }
            }
        }
        for (int at = 0; at < squared.length; at++) {
            if (squared[at] <= reach * reach) {
                int x = box[0] + at % w;
                int y = box[1] + at / w;
                carve(places, owner[at], x, y, profile, depth);
            }
        }
    }

    private void carve(List<Place> places, int i, int x, int y, CreaseProfile profile, double depth) {
        Place place = places.get(i);
        Point away = new Point(window.xMm(x), window.yMm(y)).minus(place.at);
        double across = away.dot(place.across);
        double beyond = 1;
        if (i == 0 || i == places.size() - 1) {
            double along = Math.abs(away.cross(place.across));
            beyond = Shape.bell(along, 0.5 * profile.sigma());
        }
        int at = y * height.width + x;
        height.values[at] += (float) (beyond * depth * place.strength * profile.height(across));
        open.values[at] *= (float) (1 - beyond * place.shade * profile.shade(across));
    }

    private static Carved carved(List<Place> places, double depth) {
        List<Point> kept = new ArrayList<>();
        double sum = 0;
        for (Place p : places) {
            if (p.strength >= 0.5) {
                kept.add(p.at);
                sum += p.strength;
            }
        }
        Polyline course = new Polyline(kept);
        return new Carved(course, course.length(), depth * sum / kept.size());
    }
}
