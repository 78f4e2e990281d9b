package rhytid.wrinkle;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import rhytid.photo.Both;
import rhytid.photo.Photo;

/**
 * The light of both photos over the baseline's frame, at one blur and without illumination.
 *
 * @param before Weber contrast of the baseline
 * @param after of the follow-up, its contrast as it is
 * @param rest how far the follow-up still lies off after that
 * @param contrast what the follow-up's lines are divided by
 * @param blurErrorMm2 standard error of the variance of the blur by which the softer photo was softer
 * @param mean of both, the follow-up's brought to the baseline's contrast: neither photo decides alone where lines run
 */
record MatchedLight(
        Raster before,
        Raster after,
        Raster mean,
        Flow flow,
        Flow rest,
        AfterContrast contrast,
        double blurErrorMm2,
        PairMatch match) {

    static MatchedLight of(Canvas canvas, SkinMask mask, Photo baseline, Photo followUp, SkinFrame followUpFrame) {
        Raster raster = canvas.raster();
        Raster face = face(canvas, mask);
        Both<LightReader> readers = Both.of(
                () -> LightReader.of(baseline, canvas.frame(), raster),
                () -> LightReader.of(followUp, followUpFrame, raster));
        Flow flow;
        Both<Raster> light;
        try (LightReader first = readers.baseline();
                LightReader second = readers.followUp()) {
            Flow found = TextureFlow.between(readers.each(MatchedLight::roughly), face);
            light = Both.of(() -> first.through(null), () -> second.through(found));
            flow = found;
        }
        Raster one = light.baseline();
        Raster two = light.followUp();
        Both<Raster> seen = light;
        // Neither needs the other nor what follows: they fill what the two photos leave of two cores.
        ForkJoinTask<Flow> rest = ForkJoinPool.commonPool().submit(() -> TextureFlow.rest(seen, face));
        ForkJoinTask<LightTurn> turned = ForkJoinPool.commonPool()
                .submit(() -> LightTurnFit.between(one, two, mask, canvas.mesh(), canvas.frame()));
        Both<Sharpness> sharpness = light.each(each -> Sharpness.of(each, canvas.mesh(), canvas.frame()));
        Sharpness.Beyond beyond = sharpness.followUp().blurBeyond(sharpness.baseline());
        double blurOne = Math.sqrt(Math.max(0, beyond.mm2()));
        double blurTwo = Math.sqrt(Math.max(0, -beyond.mm2()));
        Both<Raster> flat =
                new Both<>(one.blurred(blurOne), two.blurred(blurTwo)).each(blurred -> FlatSkin.flatten(blurred, mask));
        Raster before = flat.baseline();
        Raster after = flat.followUp();
        LightTurn turn = turned.join();
        double noiseRatio = ContrastGain.noise(followUpFrame.pxPerMm(), blurTwo)
                / ContrastGain.noise(canvas.frame().pxPerMm(), blurOne);
        ContrastGain gain = ContrastGain.of(before, after, noiseRatio, canvas, mask, turn);
        double shown = gain.gain() * turn.ofTexture();
        PairMatch match =
                new PairMatch(blurOne, blurTwo, shown, gain.error(), turn.across(), turn.down(), median(flow, mask));
        return new MatchedLight(
                before,
                after,
                mean(before, after, shown),
                flow,
                rest.join(),
                new AfterContrast(gain, turn),
                beyond.error(),
                match);
    }

    /** As fine as the flow looks. */
    private static Raster roughly(LightReader reader) {
        if (reader.pxPerMm() < 2 * TextureFlow.FINEST_PX_PER_MM) {
            return reader.straight();
        }
        try (LightReader half = reader.halved()) {
            return half.straight();
        }
    }

    private static Raster mean(Raster before, Raster after, double gain) {
        float[] mean = new float[before.values().length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (0.5 * (before.values()[i] + after.values()[i] / gain));
        }
        return before.with(mean);
    }

    /** Skin and the features between: brows, eyes and lips say most about where the face lies. */
    private static Raster face(Canvas canvas, SkinMask mask) {
        Raster oval = Stencil.of(
                mask.skin(), RegionOutlines.polygon(canvas.mesh(), canvas.frame(), rhytid.face.FaceMesh.oval()));
        float[] both = oval.values();
        for (int i = 0; i < both.length; i++) {
            both[i] = Math.max(both[i], mask.skin().values()[i]);
        }
        return oval;
    }

    private static double median(Flow flow, SkinMask mask) {
        Raster skin = mask.skin().stretchedTo(flow.dxMm());
        double[] lengths = new double[skin.values().length];
        int n = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (skin.values()[i] > 0.5) {
                lengths[n++] = Math.hypot(flow.dxMm().values()[i], flow.dyMm().values()[i]);
            }
        }
        Arrays.sort(lengths, 0, n);
        return n == 0 ? 0 : lengths[n / 2];
    }
}
