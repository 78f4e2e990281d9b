package rhytid.web.pages.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import rhytid.clinic.PatientDetails;

/** What a patient is called on screen. */
final class PatientName {

    private PatientName() {}

    /** The name, or what there is of it, or the clinic's number. */
    static String of(PatientDetails details) {
        if (details.name() != null) {
            return details.name();
        }
        String parts = Stream.of(details.givenName(), details.familyName())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return !parts.isEmpty() ? parts : details.reference() == null ? "–" : details.reference();
    }
}
