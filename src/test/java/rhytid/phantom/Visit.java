package rhytid.phantom;

import java.util.Random;
import rhytid.face.Expression;

/**
 * One photo of a phantom: what the face does, what a treatment did to it, and how it was photographed. Rest, brow
 * raise, frown and smile are modelled.
 */
public record Visit(Expression expression, Effect effect, Framing framing, Lighting lighting, Camera camera) {

    /** An untreated face, well photographed, 2000 px high. */
    public static Visit of(Expression expression) {
        return new Visit(expression, Effect.NONE, Framing.PORTRAIT, Lighting.NOMINAL, Camera.GOOD);
    }

    public Visit with(Effect other) {
        return new Visit(expression, other, framing, lighting, camera);
    }

    public Visit with(Framing other) {
        return new Visit(expression, effect, other, lighting, camera);
    }

    public Visit with(Lighting other) {
        return new Visit(expression, effect, framing, other, camera);
    }

    public Visit with(Camera other) {
        return new Visit(expression, effect, framing, lighting, other);
    }

    public Visit heightPx(int px) {
        return with(framing.heightPx(px));
    }

    /**
     * The photo taken again, as carefully as in a clinic: other noise, the face moved by a few mm, up to 1.5° turned,
     * up to 3 % nearer or farther, the light and the exposure a touch different. What is already set is the middle.
     */
    public Visit retaken(long seed) {
        Random random = new Random(seed * 7919 + 17);
        Framing f = framing.heightMm(framing.heightMm() * (1 + between(random, 0.03)))
                .roll(framing.rollDeg() + between(random, 1.5))
                .shift(
                        framing.shiftMm().x() + between(random, 4),
                        framing.shiftMm().y() + between(random, 4));
        Lighting l = new Lighting(
                lighting.azimuthDeg() + between(random, 2),
                lighting.elevationDeg() + between(random, 2),
                lighting.exposureEv() + between(random, 0.06),
                lighting.warmth() + between(random, 0.012));
        return new Visit(expression, effect, f, l, camera.seed(seed));
    }

    private static double between(Random random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }
}
