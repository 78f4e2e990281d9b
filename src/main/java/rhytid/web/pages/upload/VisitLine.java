package rhytid.web.pages.upload;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import rhytid.clinic.Photo;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.clinic.Visit;
import rhytid.web.Clinic;

/**
 * A visit as lists show it.
 *
 * @param asked how many photos are asked for
 * @param received how many of them are there
 * @param unfit how many of those can't be measured
 */
public record VisitLine(Visit visit, int asked, int received, int unfit) {

    private static final Comparator<VisitLine> LATEST_FIRST = Comparator.comparing(
                    (VisitLine line) -> line.visit().date())
            .thenComparing(line -> line.visit().id())
            .reversed();

    /** The patient's visits by their days, latest first. */
    static List<VisitLine> latest(Clinic clinic, String patientId, int most) {
        Map<String, List<Photo>> photos = clinic.photos().shownOf(patientId);
        return clinic.visits().page(patientId, null, most).stream()
                .map(visit -> of(visit, photos.getOrDefault(visit.id(), List.of())))
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static VisitLine of(Visit visit, List<Photo> photos) {
        List<Photo> wanted = photos.stream()
                .filter(photo -> visit.expressions().contains(photo.expression()))
                .toList();
        int unfit = (int) wanted.stream()
                .filter(photo -> photo.check().verdict() == Verdict.UNFIT)
                .count();
        return new VisitLine(visit, visit.expressions().size(), wanted.size(), unfit);
    }

    public boolean isOpen() {
        return visit.closedAt() == null;
    }

    public boolean isComplete() {
        return received == asked;
    }
}
