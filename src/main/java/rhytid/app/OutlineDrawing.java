package rhytid.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhytid.clinic.FaceOutline;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/** The few lines by which somebody brings their face to the same place again: what an expression does not move far. */
final class OutlineDrawing {

    private static final int[] NOSE = {FaceMesh.NASION, 6, 197, 195, 5, 4, FaceMesh.NOSE_TIP};

    private OutlineDrawing() {}

    /** @param width of the photo, in pixels, as is the height */
    static FaceOutline of(FaceLandmarks face, int width, int height) {
        List<List<Point>> lines = new ArrayList<>();
        lines.add(line(face, height, closed(FaceMesh.oval())));
        for (Side side : Side.values()) {
            lines.add(line(face, height, closed(FaceMesh.eyeOutline(side))));
        }
        lines.add(line(face, height, NOSE));
        lines.add(line(
                face,
                height,
                FaceMesh.commissure(Side.RIGHT),
                FaceMesh.UPPER_LIP_BOTTOM,
                FaceMesh.commissure(Side.LEFT)));
        return new FaceOutline((double) width / height, lines);
    }

    private static int[] closed(int[] indices) {
        int[] closed = Arrays.copyOf(indices, indices.length + 1);
        closed[indices.length] = indices[0];
        return closed;
    }

    private static List<Point> line(FaceLandmarks face, int height, int... indices) {
        return Arrays.stream(indices)
                .mapToObj(face::point)
                .map(p -> new Point(p.x() / height, p.y() / height))
                .toList();
    }
}
