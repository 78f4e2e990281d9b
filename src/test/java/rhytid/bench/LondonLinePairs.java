package rhytid.bench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import rhytid.London;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.geometry.Point;
import rhytid.photo.Photo;
import rhytid.wrinkle.Region;

/**
 * Pairs of London portraits with lines painted into the skin of real people ({@link PaintedLines}), and taken again by
 * computation ({@link Retake}). The light of such a picture can't be moved: shading its face anew would leave its lines
 * as the old lamp drew them.
 */
final class LondonLinePairs {

    private static final double FADE = 0.90;

    /** Neighbouring seeds of java.util.Random begin alike. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private LondonLinePairs() {}

    static void ofPortrait(Path file, long seed, FaceFinder finder, Consumer<LinePair> taker) {
        Random random = new Random((seed * 17 + 3) * MIX);
        try (Photo portrait = London.read(file)) {
            Face face = finder.find(portrait).getFirst();
            SkinTone tone = SkinTone.of(portrait, face.landmarks());
            PaintedLines lines = PaintedLines.random(face, random.nextLong());
            String person = file.getFileName().toString().substring(0, 3);
            double left = random.nextDouble();
            try (Photo lined = lines.on(portrait, 1);
                    Photo tenth = lines.on(portrait, FADE);
                    Photo faded = lines.on(portrait, left);
                    Photo before = careful(random).of(lined)) {
                give(
                        taker,
                        person,
                        tone,
                        LinePair.Kind.SAME,
                        before,
                        careful(random).of(lined),
                        Map.of());
                give(
                        taker,
                        person,
                        tone,
                        LinePair.Kind.FADE_SAME,
                        before,
                        careful(random).of(tenth),
                        lines.changed(FADE));
                give(
                        taker,
                        person,
                        tone,
                        LinePair.Kind.FADES,
                        before,
                        careful(random).of(faded),
                        lines.changed(left));
                Photo careless = Retake.random(random.nextLong()).of(lined);
                give(
                        taker,
                        person,
                        tone,
                        LinePair.Kind.RETAKEN,
                        careless,
                        Retake.random(random.nextLong()).of(lined),
                        Map.of());
            }
        }
    }

    /** The truth of regions that are not named is no change. */
    private static void give(
            Consumer<LinePair> taker,
            String person,
            SkinTone tone,
            LinePair.Kind kind,
            Photo before,
            Photo after,
            Map<Region, Double> changed) {
        Map<Region, Double> truth = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            truth.put(region, 0.0);
        }
        truth.putAll(changed);
        if (!kind.changesNothing()) {
            truth.keySet().retainAll(changed.keySet());
        }
        LinePair pair = new LinePair("london-" + person, tone, kind, before, after, truth, PaintedLines.REGIONS);
        try {
            taker.accept(pair);
        } finally {
            after.close();
            if (kind == LinePair.Kind.RETAKEN) {
                before.close();
            }
        }
    }

    /** A clinic's set-up: ±1.5°, ±3 %, exposure ±6 %, the same camera. */
    static Retake careful(Random random) {
        return new Retake(
                between(random, -1.5, 1.5),
                between(random, 0.97, 1.03),
                new Point(between(random, -8, 8), between(random, -8, 8)),
                Math.exp(between(random, -0.06, 0.06)),
                between(random, -0.012, 0.012),
                0.3,
                1.2,
                91,
                random.nextLong());
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
