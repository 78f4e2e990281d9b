package rhytid.phantom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.geometry.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A base, loaded: its picture in linear light (red, green, blue; 0 to 1), which part of it is the head, and where
 * things are in it.
 *
 * @param skin where the bare skin is
 * @param head 1 on the head, 0 on what was behind it
 * @param members how many people it is the mean of
 */
record MeanFace(List<Plane> rgb, Plane head, Anatomy anatomy, SkinMask skin, double pxPerMm, int members) {

    /** How far from its outline a head is calmed, in pixels of the base; farther where the heads differed more. */
    private static final double EDGE_PX = 10;

    private static final double WIDE_EDGE_PX = 16;

    private static final Map<String, MeanFace> LOADED = new ConcurrentHashMap<>();

    static MeanFace of(Base base, boolean smiling) {
        return LOADED.computeIfAbsent(base.key() + (smiling ? "-smile" : "-rest"), k -> load(base, smiling));
    }

    private static MeanFace load(Base base, boolean smiling) {
        String expression = smiling ? "smile" : "rest";
        JsonNode json = JsonMapper.shared().readTree(bytes(base.key() + ".json"));
        double pxPerMm = json.get("pxPerMm").asDouble();
        Anatomy anatomy = new Anatomy(
                points(json.get("points").get(expression), pxPerMm),
                points(json.get("mesh").get(expression), pxPerMm));
        List<Plane> rgb = decode(base.key() + "-" + expression + ".jpg");
        rgb.forEach(plane -> plane.rows(y -> {
            for (int i = y * plane.width; i < (y + 1) * plane.width; i++) {
                plane.values[i] = Tone.linear(plane.values[i]);
            }
        }));
        Plane head =
                outline(decode(base.key() + "-" + expression + "-matte.jpg").getFirst());
        calmEdge(
                rgb,
                head,
                base == Base.OLIVE_MAN ? WIDE_EDGE_PX : EDGE_PX,
                (anatomy.pupilY() - 4) * pxPerMm,
                (anatomy.point(106).y() + 4) * pxPerMm);
        SkinMask skin = new SkinMask(anatomy, (int) (head.width / pxPerMm), (int) (head.height / pxPerMm));
        return new MeanFace(
                rgb, head, anatomy, skin, pxPerMm, json.get("members").size());
    }

    /** One soft outline; the mean's own is ragged where only some had hair. */
    private static Plane outline(Plane matte) {
        Plane smooth = matte.blurred(4);
        Plane solid = smooth.map((x, y) -> smooth.get(x, y) > 0.58 ? 1 : 0).blurred(5);
        return solid.map((x, y) -> (float) Shape.step(0.36, 0.64, solid.get(x, y)))
                .blurred(1.2);
    }

    /**
     * Near the outline of the hair, above the ears, and of the neck the mean holds contours of single heads: they are
     * blurred away.
     */
    private static void calmEdge(List<Plane> rgb, Plane head, double reachPx, double earsPx, double neckPx) {
        Plane near = head.blurred(reachPx);
        Plane weight = head.blurred(9);
        for (Plane plane : rgb) {
            Plane soft = plane.map((x, y) -> plane.get(x, y) * head.get(x, y)).blurred(9);
            plane.rows(y -> {
                double above = 1 - Shape.step(earsPx - 30, earsPx, y) + Shape.step(neckPx, neckPx + 30, y);
                for (int x = 0; x < plane.width; x++) {
                    float calm = (float) (above * (1 - Shape.step(0.86, 0.995, near.get(x, y))));
                    int i = y * plane.width + x;
                    float blurred = soft.values[i] / Math.max(0.02f, weight.values[i]);
                    plane.values[i] += calm * (blurred - plane.values[i]);
                }
            });
        }
    }

    private static List<Point> points(JsonNode list, double pxPerMm) {
        List<Point> points = new ArrayList<>();
        for (JsonNode p : list) {
            points.add(
                    new Point((p.get(0).asDouble() + 0.5) / pxPerMm, (p.get(1).asDouble() + 0.5) / pxPerMm));
        }
        return points;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = MeanFace.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Red, green and blue, 0 to 1 as encoded. */
    private static List<Plane> decode(String name) {
        byte[] bytes = bytes(name);
        try (BytePointer pointer = new BytePointer(bytes);
                Mat buffer = new Mat(1, bytes.length, org.bytedeco.opencv.global.opencv_core.CV_8U, pointer);
                Mat picture = opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_COLOR);
                UByteIndexer pixels = picture.createIndexer()) {
            List<Plane> rgb = new ArrayList<>();
            for (int channel = 2; channel >= 0; channel--) {
                int c = channel;
                rgb.add(Plane.of(picture.cols(), picture.rows(), (x, y) -> pixels.get(y, x, c) / 255f));
            }
            return rgb;
        }
    }
}
