package rhytid.report;

import java.util.List;
import rhytid.face.Face;
import rhytid.face.Iris;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The raw geometry that {@code rhytid landmarks} prints, one line a photo. Its origin is the top left corner of the
 * photo; inside the program it is the centre of the first pixel, so half a pixel is added.
 */
public final class LandmarksJson {

    /** A hundredth of a pixel, a tenth of what the best fit is repeatable to. */
    private static final int DECIMALS = 2;

    private static final Point FROM_CORNER = new Point(0.5, 0.5);

    private LandmarksJson() {}

    /**
     * A photo that was read; no face found is an empty list.
     *
     * @param faces largest first
     */
    public static String line(String file, int width, int height, List<Face> faces) {
        ObjectNode json =
                JsonParts.object().put("file", file).put("width", width).put("height", height);
        ArrayNode found = json.putArray("faces");
        faces.forEach(face -> found.add(face(face)));
        return JsonParts.line(json);
    }

    /** A file that could not be read. */
    public static String error(String file, Refusal refusal) {
        ObjectNode json = JsonParts.object().put("file", file);
        json.putObject("error").put("code", refusal.code()).put("message", refusal.message());
        return JsonParts.line(json);
    }

    private static ObjectNode face(Face face) {
        ObjectNode json = JsonParts.object();
        json.put("presence", JsonNumbers.rounded(face.landmarks().presence(), 4));
        json.set("box", box(face.landmarks().box()));
        ArrayNode points = json.putArray("points");
        face.landmarks().points().forEach(p -> points.add(point(p)));
        ObjectNode irises = json.putObject("irisDiameterPx");
        for (Side side : Side.values()) {
            Double diameter = face.iris(side).map(Iris::diameterPx).orElse(null);
            irises.put(side.key(), JsonNumbers.rounded(diameter, DECIMALS));
        }
        json.set("pose", JsonParts.pose(face.pose()));
        return json;
    }

    private static ArrayNode box(Box box) {
        Point corner = new Point(box.x(), box.y());
        return point(corner)
                .add(JsonNumbers.rounded(box.width(), DECIMALS))
                .add(JsonNumbers.rounded(box.height(), DECIMALS));
    }

    private static ArrayNode point(Point centred) {
        Point p = centred.plus(FROM_CORNER);
        return JsonParts.array().add(JsonNumbers.rounded(p.x(), DECIMALS)).add(JsonNumbers.rounded(p.y(), DECIMALS));
    }
}
