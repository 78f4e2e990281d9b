package rhytid.report;

import java.util.Comparator;
import java.util.Map;
import rhytid.comparison.Assessment;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.report.drawing.BrowDrawing;
import rhytid.report.drawing.ChangeMap;
import rhytid.report.drawing.Frame;
import rhytid.report.drawing.FrameLine;
import rhytid.report.drawing.SymmetryDrawing;
import rhytid.report.drawing.Tendency;
import rhytid.report.page.SvgPath;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be drawn over the pictures of {@link ReviewPictures}: lines, regions, points and the brows' drawing, as SVG
 * paths in the pixels of their framing. {@code toFrame} holds a, b, tx, c, d, ty of the map from a photo's pixels
 * there; both count from the centre of the first pixel, SVG from its corner.
 */
public final class LayersJson {

    public static final String SCHEMA = "rhytid.layers/1";

    private LayersJson() {}

    /** The layers of every expression. */
    public static String write(Comparison comparison) {
        ObjectNode json = JsonParts.object().put("schema", SCHEMA);
        ObjectNode expressions = json.putObject("expressions");
        comparison.expressions().values().stream()
                .sorted(Comparator.comparing(ExpressionComparison::expression))
                .forEach(pair -> expressions.set(pair.expression().key(), expression(pair)));
        return JsonParts.line(json);
    }

    private static ObjectNode expression(ExpressionComparison pair) {
        Frame frame = ReviewPictures.frame(pair);
        ObjectNode json = JsonParts.object()
                .put("width", frame.width())
                .put("height", frame.height())
                .put("pxPerMm", JsonNumbers.rounded(frame.pxPerMm()));
        json.set("baseline", photo(pair.baseline(), frame.baseline()));
        json.set("followUp", photo(pair.followUp(), frame.followUp()));
        ChangeMap map = ChangeMap.of(pair, frame);
        ArrayNode regions = json.putArray("regions");
        map.outlines()
                .forEach((region, outline) -> regions.addObject()
                        .put("region", region.key())
                        .put(
                                "tendency",
                                map.tendencies()
                                        .getOrDefault(region, Tendency.UNKNOWN)
                                        .key())
                        .put("path", SvgPath.of(outline)));
        ArrayNode stretches = json.putArray("stretches");
        map.stretches()
                .forEach(stretch -> stretches
                        .addObject()
                        .put("fate", stretch.fate().key())
                        .put("path", SvgPath.of(stretch.path())));
        return json;
    }

    private static ObjectNode photo(Assessment assessment, Affine toFrame) {
        ObjectNode json = JsonParts.object();
        json.set("toFrame", matrix(toFrame));
        ArrayNode lines = json.putArray("lines");
        for (FrameLine line : FrameLine.of(assessment.lines(), toFrame)) {
            lines.addObject()
                    .put("region", line.region().key())
                    .put("ink", line.ink().step())
                    .put("depth", JsonNumbers.rounded(line.depth(), 3))
                    .put("path", SvgPath.of(line.path()));
        }
        brows(json, BrowDrawing.of(assessment, toFrame));
        symmetry(json, SymmetryDrawing.of(assessment, toFrame));
        points(json.putArray("points"), assessment.face(), toFrame);
        irises(json.putArray("irises"), assessment.face(), toFrame);
        return json;
    }

    private static ArrayNode matrix(Affine map) {
        ArrayNode json = JsonParts.array();
        for (double number : new double[] {map.a(), map.b(), map.tx(), map.c(), map.d(), map.ty()}) {
            json.add(number);
        }
        return json;
    }

    private static void brows(ObjectNode json, BrowDrawing drawing) {
        json.put("pupillaryLine", SvgPath.of(drawing.pupillaryLine()));
        ArrayNode brows = json.putArray("brows");
        drawing.brows().forEach(border -> brows.add(SvgPath.of(border)));
        ArrayNode lids = json.putArray("lids");
        drawing.lids().forEach(border -> lids.add(SvgPath.of(border)));
        ArrayNode heights = json.putArray("heights");
        for (BrowDrawing.Height height : drawing.heights()) {
            ObjectNode one = place(heights.addObject(), height.top());
            one.put("measure", height.measure().key()).put("side", height.side().key());
            one.put("path", SvgPath.segment(height.foot(), height.top()));
        }
    }

    private static void symmetry(ObjectNode json, SymmetryDrawing drawing) {
        json.put("midline", SvgPath.of(drawing.midline()));
        ArrayNode pairs = json.putArray("pairs");
        for (SymmetryDrawing.Pair pair : drawing.pairs()) {
            pairs.addObject()
                    .put("measure", pair.measure().key())
                    .put("path", SvgPath.segment(pair.right(), pair.left()));
        }
    }

    private static void points(ArrayNode json, Face face, Affine toFrame) {
        Map<String, Integer> midline = Map.of(
                "glabella", FaceMesh.GLABELLA,
                "nasion", FaceMesh.NASION,
                "subnasale", FaceMesh.SUBNASALE,
                "upperLip", FaceMesh.UPPER_LIP_TOP,
                "lowerLip", FaceMesh.LOWER_LIP_BOTTOM,
                "menton", FaceMesh.MENTON);
        midline.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(point -> point(json, point.getKey(), point.getValue(), face, toFrame));
        for (Side side : Side.values()) {
            point(json, "medialCanthus", FaceMesh.medialCanthus(side), face, toFrame)
                    .put("side", side.key());
            point(json, "lateralCanthus", FaceMesh.lateralCanthus(side), face, toFrame)
                    .put("side", side.key());
            point(json, "commissure", FaceMesh.commissure(side), face, toFrame).put("side", side.key());
            point(json, "ala", FaceMesh.ala(side), face, toFrame).put("side", side.key());
            Point end = face.browEnds().get(side);
            if (end != null) {
                place(json.addObject().put("name", "browEnd").put("side", side.key()), toFrame.apply(end));
            }
        }
    }

    private static ObjectNode point(ArrayNode json, String name, int index, Face face, Affine toFrame) {
        ObjectNode one = json.addObject().put("name", name).put("index", index);
        return place(one, toFrame.apply(face.landmarks().point(index)));
    }

    private static void irises(ArrayNode json, Face face, Affine toFrame) {
        face.irises().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(iris -> {
            ObjectNode one = json.addObject().put("side", iris.getKey().key());
            one.put("radius", JsonNumbers.rounded(iris.getValue().diameterPx() / 2 * toFrame.scale(), 1));
            place(one, toFrame.apply(iris.getValue().centre()));
        });
    }

    /** Adds where it is, as SVG counts. */
    private static ObjectNode place(ObjectNode json, Point frame) {
        return json.put("x", JsonNumbers.rounded(frame.x() + 0.5, 1)).put("y", JsonNumbers.rounded(frame.y() + 0.5, 1));
    }
}
