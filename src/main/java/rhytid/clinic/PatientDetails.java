package rhytid.clinic;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clinic wrote down about a patient. One of the names or the reference must be there.
 *
 * @param reference the clinic's own number for the patient; no two share one
 */
public record PatientDetails(
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String reference,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String notes) {

    /** What staff call the patient: the name as it was written down, or of its parts, or the reference alone. */
    public String shownName() {
        if (name != null) {
            return name;
        }
        String parts = Stream.of(givenName, familyName).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return parts.isEmpty() ? String.valueOf(reference) : parts;
    }

    /** These details where the change says nothing; an empty text takes away. */
    PatientDetails changedBy(PatientDetails change) {
        return new PatientDetails(
                text(name, change.name),
                text(givenName, change.givenName),
                text(familyName, change.familyName),
                change.birthDate == null ? birthDate : change.birthDate,
                text(sex, change.sex),
                text(reference, change.reference),
                text(email, change.email),
                text(phone, change.phone),
                text(notes, change.notes));
    }

    private static @Nullable String text(@Nullable String before, @Nullable String change) {
        if (change == null) {
            return before;
        }
        return change.isBlank() ? null : change.strip();
    }

    static final PatientDetails NONE = new PatientDetails(null, null, null, null, null, null, null, null, null);
}
