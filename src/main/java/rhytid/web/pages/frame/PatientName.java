package rhytid.web.pages.frame;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rhytid.clinic.PatientDetails;

/** What a patient is called on pages for staff. */
public final class PatientName {

    private PatientName() {}

    /** The name as it was written down, or of its parts; without any, the clinic's reference. */
    public static String of(PatientDetails details) {
        if (details.name() != null) {
            return details.name();
        }
        String parts = Stream.of(details.givenName(), details.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? String.valueOf(details.reference()) : parts;
    }
}
