package rhytid.wrinkle;

import java.util.List;
import java.util.stream.IntStream;
import rhytid.face.Face;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/**
 * What laying the follow-up's skin over the baseline's makes of lines that only one of the two photos has. The lines
 * are read where they truly lie, so that one that is beside its place is not taken for a shallower one.
 *
 * @param before mean depth of the lines in the baseline, Weber contrast
 * @param plain in the follow-up, laid over by stable points alone
 * @param refined in the follow-up, laid over skin by skin
 */
public record RefinedLine(double before, double plain, double refined) {

    /**
     * Lines of one pair, their depths weighted by their length.
     *
     * @param courses of the lines, in pixels of the baseline
     * @param inBaseline whether it is the baseline that has them, or the follow-up
     * @param followUpToBaseline by stable points
     * @param truth from pixels of the baseline to those of the follow-up, as they truly lie
     */
    public static RefinedLine of(
            List<Polyline> courses,
            boolean inBaseline,
            Photo baseline,
            Face baselineFace,
            Photo followUp,
            Face followUpFace,
            Affine followUpToBaseline,
            Affine truth) {
        SkinFrame frame = SkinFrame.of(baselineFace);
        SkinFrame other = frame.through(followUpToBaseline);
        Canvas canvas = Canvas.of(baselineFace, frame, Math.min(frame.pxPerMm(), other.pxPerMm()));
        SkinMask mask = canvas.mask(baseline, baselineFace.landmarks(), frame)
                .and(canvas.mask(followUp, followUpFace.landmarks(), other));
        MatchedLight light = MatchedLight.of(canvas, mask, baseline, followUp, other);
        Raster plain = FlatSkin.flatten(
                LightReader.luminance(followUp, other, canvas.raster(), null)
                        .blurred(light.match().blurAfterMm()),
                mask);
        double length = 0;
        double before = 0;
        double unrefined = 0;
        double refined = 0;
        for (Polyline course : courses) {
            Polyline there =
                    new Polyline(course.points().stream().map(frame::mm).toList());
            Polyline laidOver = new Polyline(
                    course.points().stream().map(p -> other.mm(truth.apply(p))).toList());
            Polyline moved = new Polyline(laidOver.points().stream()
                    .map(p -> unmoved(light.flow(), p))
                    .toList());
            double weight = there.length();
            length += weight;
            LineGauge gauge = LineGauge.of(inBaseline ? there : laidOver, inBaseline ? light.before() : plain);
            LineGauge follow = inBaseline ? gauge : LineGauge.of(moved, light.after());
            Point from = inBaseline ? middle(there) : middle(laidOver);
            before += weight * depth(gauge, light.before(), middle(there).minus(from));
            unrefined += weight * depth(gauge, plain, middle(laidOver).minus(from));
            refined += weight
                    * depth(follow, light.after(), inBaseline ? middle(moved).minus(from) : new Point(0, 0));
        }
        return new RefinedLine(before / length, unrefined / length, refined / length);
    }

    /** The place that the flow takes to this one. */
    private static Point unmoved(Flow flow, Point place) {
        Point from = place;
        for (int round = 0; round < 4; round++) {
            from = from.plus(place.minus(flow.apply(from)));
        }
        return from;
    }

    private static double depth(LineGauge gauge, Raster flat, Point moved) {
        return IntStream.range(0, gauge.points().size())
                .mapToDouble(i -> gauge.depthMoved(flat, i, moved))
                .average()
                .orElseThrow();
    }

    private static Point middle(Polyline line) {
        return line.at(line.length() / 2);
    }
}
