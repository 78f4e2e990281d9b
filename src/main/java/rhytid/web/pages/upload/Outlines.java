package rhytid.web.pages.upload;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rhytid.clinic.FaceOutline;
import rhytid.clinic.Photo;
import rhytid.clinic.Visit;
import rhytid.face.Expression;
import rhytid.geometry.Point;
import rhytid.web.Clinic;

/** Outlines of the face in a patient's first photos, to hold the next ones against. The latest are kept in memory. */
final class Outlines {

    private static final int KEPT = 500;
    private static final int VISITS_LOOKED_AT = 200;

    private final Clinic clinic;
    private final Map<String, Optional<Outline>> known = new LinkedHashMap<>();

    Outlines(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * As the camera's page draws it.
     *
     * @param aspect width of the photo by its height
     * @param path of an SVG whose height is 1000
     */
    record Outline(double aspect, String path) {}

    /** Of the patient's first visit with photos; empty before there was one. */
    Optional<Outline> before(Visit visit) {
        return clinic.visits().page(visit.patientId(), null, VISITS_LOOKED_AT).stream()
                .filter(other -> !other.id().equals(visit.id()) && !other.date().isAfter(visit.date()))
                .sorted(Comparator.comparing(Visit::date).thenComparing(Visit::id))
                .flatMap(other -> calmest(clinic.photos().ofVisit(other.id(), false)).stream())
                .findFirst()
                .flatMap(this::of);
    }

    /** At rest, or else whatever there is. */
    private static Optional<Photo> calmest(List<Photo> photos) {
        return photos.stream()
                .min(Comparator.comparing(photo -> !photo.expression().equals(Expression.REST.key())));
    }

    private Optional<Outline> of(Photo photo) {
        synchronized (known) {
            Optional<Outline> outline = known.get(photo.id());
            if (outline != null) {
                return outline;
            }
        }
        Optional<Outline> outline = clinic.photos().outline(photo).map(Outlines::drawn);
        synchronized (known) {
            known.put(photo.id(), outline);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return outline;
    }

    private static Outline drawn(FaceOutline outline) {
        StringBuilder path = new StringBuilder();
        for (List<Point> line : outline.lines()) {
            String pen = "M";
            for (Point point : line) {
                path.append(String.format(Locale.ROOT, "%s%.0f %.0f", pen, 1000 * point.x(), 1000 * point.y()));
                pen = "L";
            }
        }
        return new Outline(outline.aspect(), path.toString());
    }
}
