package rhytid.wrinkle;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Halving;
import rhytid.photo.Photo;

/**
 * Reads light (linear, not sRGB's curve) from a photo into a raster of the face's millimetre frame. Averages where the
 * raster is coarser than the photo, so that no detail folds back. Owns native memory.
 */
final class LightReader implements AutoCloseable {

    private static final float[] LINEAR = linear();

    /** What blue, green and red of an sRGB pixel add to its luminance (Rec. 709). */
    private static final float[] BLUE = share(0.0722f);

    private static final float[] GREEN = share(0.7152f);
    private static final float[] RED = share(0.2126f);

    /** So many rows at a time by one core. */
    private static final int STRIP = 64;

    private final Mat light;
    private final SkinFrame frame;
    private final Raster raster;
    private final Affine photoToLight;

    private LightReader(Mat light, SkinFrame frame, Raster raster, Affine photoToLight) {
        this.light = light;
        this.frame = frame;
        this.raster = raster;
        this.photoToLight = photoToLight;
    }

    /** Ready to read relative luminance into the raster. */
    static LightReader of(Photo photo, SkinFrame frame, Raster raster) {
        try (PointerScope scope = new PointerScope()) {
            Rect part = part(photo, frame, raster);
            Mat light = luminance(new Mat(photo.pixels(), part));
            double shrink = frame.pxPerMm() / raster.pxPerMm();
            if (shrink > 1) {
                // What a pixel of the raster covers, less what the cubic kernel already averages.
                double sigma = 0.5 * Math.sqrt(shrink * shrink - 1);
                opencv_imgproc.GaussianBlur(light, light, new Size(0, 0), sigma);
            }
            Affine toPart = Affine.IDENTITY.movedBy(new Point(-part.x(), -part.y()));
            return new LightReader(light.retainReference(), frame, raster, toPart);
        }
    }

    /** Relative luminance, 0 to 1. */
    static Raster luminance(Photo photo, SkinFrame frame, Raster raster, @Nullable Flow flow) {
        try (LightReader reader = of(photo, frame, raster)) {
            return reader.through(flow);
        }
    }

    /** The same over a raster half as fine, for what looks at broad texture alone; the caller closes it. */
    LightReader halved() {
        try (PointerScope scope = new PointerScope()) {
            Mat half = Halving.of(light);
            double width = (raster.width() - 1) / raster.pxPerMm();
            double height = (raster.height() - 1) / raster.pxPerMm();
            Raster coarse = SkinFrame.raster(new Box(raster.left(), raster.top(), width, height), raster.pxPerMm() / 2);
            return new LightReader(half.retainReference(), frame, coarse, photoToLight.then(Halving.TO_HALF));
        }
    }

    /** Relative luminance, 0 to 1, for what need not agree with another reading to a small part of a pixel. */
    Raster straight() {
        try (PointerScope scope = new PointerScope()) {
            return raster.with(
                    Raster.values(affineWarp(light, rasterToPhoto(frame, raster).then(photoToLight), raster)));
        }
    }

    /** Relative luminance, 0 to 1, each place read where the flow says that it lies. */
    Raster through(@Nullable Flow flow) {
        try (PointerScope scope = new PointerScope()) {
            Affine toLight = rasterToPhoto(frame, raster).then(photoToLight);
            // One way for both photos of a pair: OpenCV rounds places differently in its different ways.
            return raster.with(Raster.values(flowWarp(light, toLight, raster, flow)));
        }
    }

    double pxPerMm() {
        return raster.pxPerMm();
    }

    @Override
    public void close() {
        light.close();
    }

    private static Mat luminance(Mat colours) {
        int width = colours.cols();
        Mat light = new Mat(colours.rows(), width, CV_32FC1);
        ByteBuffer from = colours.createBuffer();
        FloatBuffer to = light.createBuffer();
        int step = (int) colours.step();
        int strips = (colours.rows() + STRIP - 1) / STRIP;
        IntStream.range(0, strips).parallel().forEach(i -> {
            byte[] bytes = new byte[3 * width];
            float[] values = new float[width];
            for (int row = i * STRIP; row < Math.min(colours.rows(), (i + 1) * STRIP); row++) {
                from.get(row * step, bytes);
                for (int x = 0; x < width; x++) {
                    values[x] =
                            BLUE[bytes[3 * x] & 0xff] + GREEN[bytes[3 * x + 1] & 0xff] + RED[bytes[3 * x + 2] & 0xff];
                }
                to.put(row * width, values);
            }
        });
        return light;
    }

    /** Linear red, green and blue, 0 to 1 each. */
    static Raster[] colour(Photo photo, SkinFrame frame, Raster raster) {
        try (PointerScope scope = new PointerScope()) {
            Rect part = part(photo, frame, raster);
            int shrink = (int) Math.max(1, Math.floor(frame.pxPerMm() / raster.pxPerMm()));
            // By whole pixels: OpenCV is many times quicker at that.
            Size size = new Size(Math.max(1, part.width() / shrink), Math.max(1, part.height() / shrink));
            part.width(Math.min(part.width(), size.width() * shrink));
            part.height(Math.min(part.height(), size.height() * shrink));
            Mat small = new Mat();
            opencv_imgproc.resize(new Mat(photo.pixels(), part), small, size, 0, 0, opencv_imgproc.INTER_AREA);
            Affine toSmall = Affine.IDENTITY
                    .movedBy(new Point(-part.x(), -part.y()))
                    .then(scaled(size.width() / (double) part.width(), size.height() / (double) part.height()));
            Mat linear = new Mat();
            opencv_core.LUT(small, table(), linear);
            Raster[] channels = new Raster[3];
            for (int c = 0; c < 3; c++) {
                Mat one = new Mat();
                opencv_core.extractChannel(linear, one, 2 - c);
                Mat out = affineWarp(one, rasterToPhoto(frame, raster).then(toSmall), raster);
                channels[c] = raster.with(Raster.values(out));
            }
            return channels;
        }
    }

    private static Affine scaled(double kx, double ky) {
        return new Affine(kx, 0, (kx - 1) / 2, 0, ky, (ky - 1) / 2);
    }

    private static Mat affineWarp(Mat from, Affine rasterToFrom, Raster raster) {
        Mat out = new Mat();
        opencv_imgproc.warpAffine(
                from,
                out,
                Mats.affine(rasterToFrom),
                new Size(raster.width(), raster.height()),
                INTER_CUBIC | WARP_INVERSE_MAP,
                BORDER_REPLICATE,
                Mats.BLACK);
        return out;
    }

    private static Mat flowWarp(Mat from, Affine rasterToFrom, Raster raster, @Nullable Flow flow) {
        float[] dx = (flow == null ? raster.empty() : flow.dxMm().stretchedTo(raster)).values();
        float[] dy = (flow == null ? raster.empty() : flow.dyMm().stretchedTo(raster)).values();
        double k = raster.pxPerMm();
        int i = 0;
        for (int row = 0; row < raster.height(); row++) {
            for (int column = 0; column < raster.width(); column++, i++) {
                double x = column + k * dx[i];
                double y = row + k * dy[i];
                dx[i] = (float) (rasterToFrom.a() * x + rasterToFrom.b() * y + rasterToFrom.tx());
                dy[i] = (float) (rasterToFrom.c() * x + rasterToFrom.d() * y + rasterToFrom.ty());
            }
        }
        Mat out = new Mat();
        opencv_imgproc.remap(
                from, out, raster.with(dx).mat(), raster.with(dy).mat(), INTER_CUBIC, BORDER_REPLICATE, Mats.BLACK);
        return out;
    }

    private static Affine rasterToPhoto(SkinFrame frame, Raster raster) {
        double step = 1 / raster.pxPerMm();
        return new Affine(step, 0, raster.left(), 0, step, raster.top()).then(frame.mmToPhoto());
    }

    /** The part of the photo that the raster looks at, with a margin for the kernels. */
    private static Rect part(Photo photo, SkinFrame frame, Raster raster) {
        Affine toPhoto = rasterToPhoto(frame, raster);
        double w = raster.width() - 1;
        double h = raster.height() - 1;
        Box box = Box.around(java.util.List.of(
                toPhoto.apply(new Point(0, 0)),
                toPhoto.apply(new Point(w, 0)),
                toPhoto.apply(new Point(0, h)),
                toPhoto.apply(new Point(w, h))));
        double margin = 8 + 4 * frame.pxPerMm();
        int x = (int) Math.clamp(box.x() - margin, 0, photo.width() - 1);
        int y = (int) Math.clamp(box.y() - margin, 0, photo.height() - 1);
        int right = (int) Math.clamp(box.right() + margin, x + 1, photo.width());
        int bottom = (int) Math.clamp(box.bottom() + margin, y + 1, photo.height());
        return new Rect(x, y, right - x, bottom - y);
    }

    private static Mat table() {
        Mat table = new Mat(1, 256, CV_32FC1);
        new FloatPointer(table.data()).put(LINEAR);
        return table;
    }

    private static float[] share(float weight) {
        float[] table = LINEAR.clone();
        for (int i = 0; i < table.length; i++) {
            table[i] *= weight;
        }
        return table;
    }

    /** IEC 61966-2-1: from sRGB's 8 bits to linear light. */
    private static float[] linear() {
        float[] table = new float[256];
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            table[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return table;
    }
}
