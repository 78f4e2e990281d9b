package rhytid.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import rhytid.face.FaceLandmarks;
import rhytid.geometry.Point;

/** Which hand-placed point of the London set is which place on the mesh: {@code london-template.csv}. */
final class LondonTemplate {

    /**
     * One of them.
     *
     * @param london its index in a {@code .tem} file
     * @param part what it belongs to: eyes, nose, mouth or outline
     * @param mesh the mesh's points between which it lies
     * @param weights how much each of them counts; their sum is 1
     */
    record Place(int london, String part, int[] mesh, double[] weights) {

        Point on(FaceLandmarks face) {
            Point sum = new Point(0, 0);
            for (int i = 0; i < mesh.length; i++) {
                sum = sum.plus(face.point(mesh[i]).times(weights[i]));
            }
            return sum;
        }
    }

    private LondonTemplate() {}

    static List<Place> places() {
        try (InputStream in = Objects.requireNonNull(LondonTemplate.class.getResourceAsStream("london-template.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && Character.isDigit(line.charAt(0)))
                    .map(LondonTemplate::place)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(String line) {
        String[] cells = line.split(",", -1);
        int[] mesh = Arrays.stream(cells[2].trim().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] weights = Arrays.stream(cells[3].trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Place(Integer.parseInt(cells[0].trim()), part(cells[1]), mesh, weights);
    }

    private static String part(String meaning) {
        if (meaning.contains("pupil")) {
            return "pupils";
        }
        if (meaning.contains("canthus") || meaning.contains("lid")) {
            return "eyes";
        }
        if (meaning.contains("nas") || meaning.contains("columella")) {
            return "nose";
        }
        return meaning.contains("lip") || meaning.contains("mouth") ? "mouth" : "outline";
    }

    /** The hand-placed points of a {@code .tem} file: a count, then as many lines of {@code x y}. */
    static List<Point> handPlaced(Path tem) {
        try {
            List<String> lines = Files.readAllLines(tem);
            int count = Integer.parseInt(lines.getFirst().trim());
            List<Point> points = new ArrayList<>();
            for (String line : lines.subList(1, count + 1)) {
                String[] xy = line.trim().split("\\s+");
                points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
