package rhytid.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import rhytid.face.Expression;
import rhytid.phantom.Base;
import rhytid.phantom.Camera;
import rhytid.phantom.Effect;
import rhytid.phantom.Framing;
import rhytid.phantom.Lighting;
import rhytid.phantom.Phantom;
import rhytid.phantom.Visit;
import rhytid.wrinkle.Region;

/**
 * Pairs of people who do not exist, photographed under light that really comes from elsewhere. All their lines are
 * drawn ones: a mean face's own folds were lit once for all. Each person gives one pair of every kind; the photos of a
 * person are shared among their pairs.
 */
final class PhantomLinePairs {

    /** Regions with less than this painted into them are too faint to be judged by their percentage, mm. */
    private static final double FAINT_MM = 1.5;

    private static final int HEIGHT_PX = 1400;
    private static final double FADE_SAME = 0.90;

    /** Neighbouring seeds of java.util.Random begin alike. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final double FADE_MIXED = 0.85;

    private PhantomLinePairs() {}

    /** @param seed other seeds are other people: measures are tuned on some and judged on others */
    static void ofPerson(long seed, Consumer<LinePair> taker) {
        Random random = new Random((seed * 31 + 7) * MIX);
        Base base = Base.values()[(int) (seed % Base.values().length)];
        Phantom phantom = Phantom.of(base)
                .seed(seed)
                .aged(0.55 + 0.5 * random.nextDouble())
                .withoutFolds();
        Visit visit = Visit.of(expression(random)).heightPx(HEIGHT_PX);
        Effect fades = fades(random);
        LineShot plain = LineShot.of(phantom, visit.retaken(shot(random)));
        double azimuth = between(random, -20, 20);
        double elevation = between(random, 28, 45);
        double apart = between(random, 0, 30);
        double towards = between(random, 0, 2 * Math.PI);
        double aside = apart / 2 * Math.cos(towards);
        double upwards = apart / 2 * Math.sin(towards);
        LineShot mixed = LineShot.of(phantom, mixed(visit, random, azimuth + aside, elevation + upwards));
        Visit light = mixed(visit, random, azimuth - aside, elevation - upwards);
        String person = base.key() + "-" + seed;
        give(taker, person, base, LinePair.Kind.SAME, plain, LineShot.of(phantom, visit.retaken(shot(random))));
        give(
                taker,
                person,
                base,
                LinePair.Kind.FADE_SAME,
                plain,
                LineShot.of(phantom, visit.with(all(FADE_SAME)).retaken(shot(random))));
        give(
                taker,
                person,
                base,
                LinePair.Kind.FADES,
                plain,
                LineShot.of(phantom, visit.with(fades).retaken(shot(random))));
        give(taker, person, base, LinePair.Kind.MIXED, mixed, LineShot.of(phantom, light));
        give(
                taker,
                person,
                base,
                LinePair.Kind.FADE_MIXED,
                mixed,
                LineShot.of(
                        phantom, light.with(all(FADE_MIXED)).with(light.camera().seed(shot(random)))));
        LineShot soft = LineShot.of(
                phantom, visit.with(Camera.GOOD.blur(between(random, 1.2, 2.2))).retaken(shot(random)));
        give(taker, person, base, LinePair.Kind.SOFTER, plain, soft);
        give(taker, person, base, LinePair.Kind.SHARPER, soft, plain);
    }

    private static void give(
            Consumer<LinePair> taker, String person, Base base, LinePair.Kind kind, LineShot before, LineShot after) {
        Map<Region, Double> truth = new EnumMap<>(Region.class);
        before.paintedMm().forEach((region, was) -> {
            if (was >= FAINT_MM) {
                truth.put(region, 100 * (after.paintedMm().getOrDefault(region, 0.0) - was) / was);
            }
        });
        try (LinePair pair =
                new LinePair(person, SkinTone.of(base), kind, before.photo(), after.photo(), truth, truth.keySet())) {
            taker.accept(pair);
        }
    }

    /** Two thirds at rest, the others raise their brows, frown or smile. */
    private static Expression expression(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Expression.BROW_RAISE;
            case 1 -> Expression.FROWN;
            case 2 -> Expression.SMILE;
            default -> Expression.REST;
        };
    }

    private static Effect all(double left) {
        return Effect.NONE.lines(left, Region.values());
    }

    private static Effect fades(Random random) {
        Effect effect = Effect.NONE;
        for (Region region : Region.values()) {
            effect = effect.lines(random.nextDouble(), region);
        }
        return effect;
    }

    /** As somebody without a fixed set-up takes it; the lamps of two photos stand up to 30° apart. */
    private static Visit mixed(Visit visit, Random random, double azimuthDeg, double elevationDeg) {
        Lighting light =
                new Lighting(azimuthDeg, elevationDeg, between(random, -0.35, 0.35), between(random, -0.06, 0.06));
        Framing framing = visit.framing()
                .heightMm(286 * between(random, 0.9, 1.15))
                .roll(between(random, -5, 5))
                .shift(between(random, -8, 8), between(random, -8, 8))
                .turned(between(random, -1.5, 1.5), between(random, -1.5, 1.5));
        Camera camera = new Camera(
                between(random, 0.4, 1.5),
                between(random, 0.8, 2.5),
                75 + random.nextInt(20),
                random.nextLong(1 << 30));
        return visit.with(light).with(framing).with(camera);
    }

    /** Neighbouring seeds of java.util.Random begin alike: all follow-ups would be lit from the same side. */
    private static long shot(Random random) {
        return random.nextInt(1_000_000);
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
