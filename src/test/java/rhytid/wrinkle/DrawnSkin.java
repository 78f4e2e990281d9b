package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.CanonicalFace;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;

/**
 * A face of plain skin with valleys drawn into it whose length, width and depth are known. Light is computed for each
 * pixel from millimetres, so that a picture turned or scaled is as exact as an upright one.
 *
 * @param camera millimetres of the face (x to the picture's right, y down, origin between the eyes) to pixels
 * @param shade linear light of the skin: 0.45 is light skin, 0.06 dark
 * @param texture standard deviation of the skin's own unevenness, Weber contrast
 * @param slope how much brighter the light grows in 100 mm, to the right and down
 * @param blurPx of the lens, a Gaussian's standard deviation in pixels
 * @param noise standard deviation of the sensor's noise, 8-bit steps
 * @param seed of the noise; the texture belongs to the person and stays
 */
record DrawnSkin(
        Affine camera,
        double shade,
        double texture,
        Point slope,
        double blurPx,
        double noise,
        long seed,
        List<Valley> valleys) {

    static final int WIDTH = 1400;
    static final int HEIGHT = 1700;
    static final double PX_PER_MM = 8;

    /** @param sigmaMm of the Gaussian cross-section */
    record Valley(Polyline path, double sigmaMm, double depth) {
        double widthMm() {
            return 2 * Math.sqrt(2 * Math.log(2)) * sigmaMm;
        }

        double lengthTimesDepth() {
            return path.length() * depth;
        }
    }

    static DrawnSkin plain() {
        return new DrawnSkin(
                new Affine(PX_PER_MM, 0, WIDTH / 2.0, 0, PX_PER_MM, 700),
                0.35,
                0.008,
                new Point(0, 0),
                0.7,
                0.7,
                1,
                List.of());
    }

    static Valley straight(double x, double y, double lengthMm, double angleDeg, double sigmaMm, double depth) {
        Point half =
                new Point(Math.cos(Math.toRadians(angleDeg)), Math.sin(Math.toRadians(angleDeg))).times(lengthMm / 2);
        Point middle = new Point(x, y);
        return new Valley(new Polyline(List.of(middle.minus(half), middle.plus(half))), sigmaMm, depth);
    }

    DrawnSkin with(Valley... more) {
        List<Valley> all = new ArrayList<>(valleys);
        all.addAll(List.of(more));
        return new DrawnSkin(camera, shade, texture, slope, blurPx, noise, seed, all);
    }

    DrawnSkin faded(double left) {
        List<Valley> all = valleys.stream()
                .map(v -> new Valley(v.path, v.sigmaMm, v.depth * left))
                .toList();
        return new DrawnSkin(camera, shade, texture, slope, blurPx, noise, seed, all);
    }

    DrawnSkin shaded(double other) {
        return new DrawnSkin(camera, other, texture, slope, blurPx, noise, seed, valleys);
    }

    DrawnSkin textured(double other) {
        return new DrawnSkin(camera, shade, other, slope, blurPx, noise, seed, valleys);
    }

    DrawnSkin lit(double right, double down) {
        return new DrawnSkin(camera, shade, texture, new Point(right, down), blurPx, noise, seed, valleys);
    }

    DrawnSkin blurred(double px) {
        return new DrawnSkin(camera, shade, texture, slope, px, noise, seed, valleys);
    }

    DrawnSkin retaken(long other) {
        return new DrawnSkin(camera, shade, texture, slope, blurPx, noise, other, valleys);
    }

    DrawnSkin seenBy(Affine next) {
        return new DrawnSkin(camera.then(next), shade, texture, slope, blurPx, noise, seed, valleys);
    }

    /** The mesh as it lies in the picture; nothing is searched for. */
    Face face() {
        CanonicalFace.Vertex right = CanonicalFace.vertex(468);
        CanonicalFace.Vertex left = CanonicalFace.vertex(473);
        double eyes = (right.y() + left.y()) / 2;
        List<Point> mesh = new ArrayList<>();
        for (CanonicalFace.Vertex v : CanonicalFace.vertices()) {
            mesh.add(camera.apply(new Point(v.x(), eyes - v.y())));
        }
        Map<Side, Iris> irises = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            irises.put(side, new Iris(mesh.get(side == Side.RIGHT ? 468 : 473), 11.7 * camera.scale(), 0.1, true));
        }
        return new Face(
                new FaceLandmarks(mesh, 1, 0.1),
                new HeadPose(0, 0, 0),
                0.5,
                irises,
                Map.of(),
                Map.of(),
                Map.of(),
                new MillimetreScale(camera.scale(), 0.01, "iris"));
    }

    Photo photo() {
        Raster raster = new Raster(new float[WIDTH * HEIGHT], WIDTH, HEIGHT, 0, 0, 1);
        Raster unevenness = unevenness();
        Affine toMm = camera.inverse();
        float[] light = raster.values();
        for (int row = 0, i = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++, i++) {
                Point mm = toMm.apply(new Point(column, row));
                double v = shade * (1 + mm.x() / 100 * slope.x() + mm.y() / 100 * slope.y());
                v *= 1 + texture * unevenness.at(mm.x(), mm.y());
                for (Valley valley : valleys) {
                    double d = valley.path.distanceTo(mm) / valley.sigmaMm;
                    v *= d < 5 ? 1 - valley.depth * Math.exp(-d * d / 2) : 1;
                }
                light[i] = (float) v;
            }
        }
        return new Photo(developed(raster.blurred(blurPx)), new PhotoInfo("drawn", "png", null, null, null));
    }

    /** The skin's own texture: grain of about 0.2 mm and of about 0.8 mm, the same in every picture of the person. */
    private static Raster unevenness() {
        Random random = new Random(7);
        Raster fine = new Raster(new float[1200 * 1400], 1200, 1400, -100, -110, 6);
        for (int i = 0; i < fine.values().length; i++) {
            fine.values()[i] = (float) random.nextGaussian();
        }
        Raster small = fine.blurred(0.2);
        Raster large = fine.blurred(0.8);
        for (int i = 0; i < small.values().length; i++) {
            // A blur by s pixels leaves 1/(2 s √π) of white noise's spread.
            small.values()[i] = (float) (0.7 * small.values()[i] * 2 * 1.2 * Math.sqrt(Math.PI)
                    + 0.7 * large.values()[i] * 2 * 4.8 * Math.sqrt(Math.PI));
        }
        return small;
    }

    /** Skin's colour, sRGB's curve, noise, 8 bits. */
    private Mat developed(Raster light) {
        Random random = new Random(seed);
        byte[] bytes = new byte[3 * light.values().length];
        double[] tint = {0.50, 0.93, 1.40};
        for (int i = 0; i < light.values().length; i++) {
            for (int c = 0; c < 3; c++) {
                double v = Math.max(0, light.values()[i] * tint[c]);
                double curve = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
                bytes[3 * i + c] = (byte) Math.clamp(Math.round(255 * curve + noise * random.nextGaussian()), 0, 255);
            }
        }
        Mat mat = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3);
        new BytePointer(mat.data()).put(bytes, 0, bytes.length);
        return mat;
    }
}
