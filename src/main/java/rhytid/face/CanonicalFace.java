package rhytid.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The mean adult face in millimetres: x to the subject's left (right in a photo), y up, z out of the face. The table
 * {@code canonical-face.csv} says where its points come from; it is symmetric about x = 0.
 */
public final class CanonicalFace {

    /** A place on the mean face, in millimetres. */
    public record Vertex(double x, double y, double z) {}

    private static final List<Vertex> VERTICES = read("canonical-face.csv");

    private CanonicalFace() {}

    /** All 478 places, in the mesh's order. */
    public static List<Vertex> vertices() {
        return VERTICES;
    }

    /** The place of one point of the mesh. */
    public static Vertex vertex(int index) {
        return VERTICES.get(index);
    }

    private static List<Vertex> read(String resource) {
        try (InputStream in = CanonicalFace.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            List<Vertex> vertices = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(CanonicalFace::vertexOf)
                    .toList();
            if (vertices.size() != FaceLandmarks.COUNT) {
                throw new IllegalStateException(resource + " has " + vertices.size() + " points");
            }
            return vertices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vertex vertexOf(String line) {
        String[] cells = line.split(",", -1);
        return new Vertex(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    }
}
