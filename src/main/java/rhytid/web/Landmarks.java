package rhytid.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Photo;
import rhytid.comparison.Corrections;
import rhytid.face.Expression;
import rhytid.face.NamedPoints;
import rhytid.fault.Unfit;
import rhytid.geometry.Point;
import rhytid.report.CorrectionsJson;
import tools.jackson.databind.JsonNode;

/** The places that a comparison was measured at, for a page on which they can be dragged, and what comes back of it. */
final class Landmarks {

    static final JsonNode EXAMPLE =
            Json.MAPPER.readTree("{\"followUp\": {\"rest\": {\"left\": {\"browLateral\": [1312.5, 988]}}}}");

    private Landmarks() {}

    /**
     * All photos of a comparison.
     *
     * @param corrected the places that were put right before it was measured, in the form that the review takes
     */
    record LandmarkSet(
            List<PhotoLandmarks> photos, @Nullable JsonNode corrected) {}

    /**
     * The places in one photo.
     *
     * @param visit {@code baseline} or {@code followUp}
     * @param url of the photo whose pixels the places are given in
     * @param points by the subject's side and the place's name: {@code [x, y]} in pixels, y down
     */
    record PhotoLandmarks(
            String visit, String expression, String photoId, String url, int width, int height, JsonNode points) {}

    /** @throws Problem where it has not been measured, or was by a version that did not keep the places */
    static LandmarkSet of(Comparison comparison, List<Photo> photos) {
        JsonNode result = comparison.result();
        List<PhotoLandmarks> all = new ArrayList<>();
        if (result != null) {
            for (Photo photo : photos) {
                String visit = visit(comparison, photo);
                JsonNode points = result.path("expressions")
                        .path(photo.expression())
                        .path("landmarks")
                        .path(visit);
                if (!points.isMissingNode()) {
                    all.add(new PhotoLandmarks(
                            visit,
                            photo.expression(),
                            photo.id(),
                            "/api/v1/photos/" + photo.id(),
                            photo.width(),
                            photo.height(),
                            points));
                }
            }
        }
        if (result == null || all.isEmpty()) {
            throw new Problem(
                    409, "no-landmarks", "There are no landmarks of this comparison. Compare the visits anew.");
        }
        return new LandmarkSet(all, result.get("corrections"));
    }

    /**
     * What was sent, in the one form that is kept.
     *
     * @throws Unfit where it names no such place, or one outside of the photos that were compared
     */
    static JsonNode checked(JsonNode sent, Comparison comparison, List<Photo> photos) {
        Corrections corrections;
        try {
            corrections = CorrectionsJson.read(sent);
        } catch (IllegalArgumentException e) {
            throw new Unfit("landmarks", String.valueOf(e.getMessage()));
        }
        corrections
                .baseline()
                .forEach((expression, points) -> check(comparison, photos, "baseline", expression, points));
        corrections
                .followUp()
                .forEach((expression, points) -> check(comparison, photos, "followUp", expression, points));
        return CorrectionsJson.tree(corrections);
    }

    private static void check(
            Comparison comparison, List<Photo> photos, String visit, Expression expression, NamedPoints points) {
        Optional<Photo> photo = photos.stream()
                .filter(p -> p.expression().equals(expression.key())
                        && visit(comparison, p).equals(visit))
                .findFirst();
        if (photo.isEmpty()) {
            throw new Unfit(
                    "landmarks", "There is no photo " + visit + "/" + expression.key() + " in this comparison.");
        }
        int width = photo.get().width();
        int height = photo.get().height();
        for (Map<?, Point> places : points.points().values()) {
            for (Map.Entry<?, Point> place : places.entrySet()) {
                Point p = place.getValue();
                if (!(p.x() >= 0 && p.y() >= 0 && p.x() <= width - 1.0 && p.y() <= height - 1.0)) {
                    throw new Unfit(
                            "landmarks", "A place lies outside of the photo of " + width + " x " + height + ".");
                }
            }
        }
    }

    private static String visit(Comparison comparison, Photo photo) {
        return photo.visitId().equals(comparison.baselineVisit()) ? "baseline" : "followUp";
    }
}
