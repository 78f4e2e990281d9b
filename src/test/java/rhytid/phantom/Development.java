package rhytid.phantom;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** From light to code values: exposure, white balance, blur, noise, sRGB. */
final class Development {

    /** Noise of one colour beside the noise that all three share, as a share of that. */
    private static final double COLOUR_NOISE = 0.5;

    private final Camera camera;
    private final float[] gains;

    Development(Lighting light, Camera camera) {
        this.camera = camera;
        float gain = (float) Math.pow(2, light.exposureEv());
        this.gains = new float[] {gain * (float) (1 + light.warmth()), gain, gain * (float) (1 - light.warmth())};
    }

    /** The picture, given in linear red, green and blue, in OpenCV's order and 8 bits; the caller closes it. */
    Mat of(List<Plane> light) {
        int w = light.getFirst().width;
        Mat picture = new Mat(light.getFirst().height, w, opencv_core.CV_8UC3);
        List<Plane> seen = camera.blurPx() > 0
                ? light.stream().map(plane -> plane.blurred(camera.blurPx())).toList()
                : light;
        try (UByteIndexer pixels = picture.createIndexer()) {
            seen.getFirst().rows(y -> {
                Random random = new Random(camera.seed() * 1_000_003L + y);
                for (int x = 0; x < w; x++) {
                    float common = noise(random, camera.noise());
                    for (int c = 0; c < 3; c++) {
                        float code = 255 * Tone.encoded(gains[c] * seen.get(c).values[y * w + x]);
                        float noisy = code + common + noise(random, COLOUR_NOISE * camera.noise());
                        pixels.put(y, x, 2 - c, Math.clamp(Math.round(noisy), 0, 255));
                    }
                }
            });
        }
        return picture;
    }

    private static float noise(Random random, double deviation) {
        return deviation == 0 ? 0 : (float) (random.nextGaussian() * deviation);
    }
}
